"""A wish to learn."""

from pathlib import Path

import pytest
from pytest_django import Settings
from tests.world import World

from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied
from gongzhi.routing.actions import ask_training
from gongzhi.routing.queries import is_training_asked


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_it_waits_for_the_worker(street: World) -> None:
    ask_training(actor=SYSTEM)
    assert is_training_asked()


def test_only_who_may_configure(street: World) -> None:
    with pytest.raises(Denied):
        ask_training(actor=VISITOR)
    assert not is_training_asked()
