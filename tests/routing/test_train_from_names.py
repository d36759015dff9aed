"""Versions of the sorter."""

from pathlib import Path

import pytest
from pytest_django import Settings
from tests.routing.learning import tree

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import train_from_names


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_names_alone_hold_before_any_history() -> None:
    trained = train_from_names(tree(), actor=SYSTEM)
    assert (trained.holds, trained.verdict, trained.labels) == (True, "names", 4)
