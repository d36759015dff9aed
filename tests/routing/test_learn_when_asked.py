"""The worker fulfils a wish."""

from pathlib import Path

import pytest
from pytest_django import Settings
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import learn_when_asked


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_nothing_to_do(street: World) -> None:
    assert learn_when_asked(actor=SYSTEM) is None
