"""Versions of the sorter."""

from pathlib import Path

import pytest
from pytest_django import Settings

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from gongzhi.routing.actions import hold_sorter


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_an_unknown_version_is_not_found() -> None:
    with pytest.raises(NotFound):
        hold_sorter(3, actor=SYSTEM)
