"""Learn now."""

from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.routing.queries import is_training_asked


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_does_it(world: World) -> None:
    answer = desk(world, "administrator").post(reverse("console:ask_training"), {})
    assert answer.status_code == 302
    assert is_training_asked()


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), reverse("console:ask_training"), "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", reverse("console:ask_training"), "post")
    assert is_closed(world, "resident", reverse("console:ask_training"), "post")
