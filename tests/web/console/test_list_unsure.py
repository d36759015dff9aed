"""Reports nobody is sure of."""

from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings
from tests.cases.playing import placed
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_does_it(world: World) -> None:
    load_library(actor=SYSTEM)
    address = reverse("console:list_unsure")
    assert "Every report has a category" in desk(world, "duty_desk").get(address).content.decode()
    placed(world, category="", category_id=None)
    assert "This one" in desk(world, "duty_desk").get(address).content.decode()


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "duty_desk"), reverse("console:list_unsure"), "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "entrance_head", reverse("console:list_unsure"))
    assert is_closed(world, "resident", reverse("console:list_unsure"))
