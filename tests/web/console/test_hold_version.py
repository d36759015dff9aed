"""A version holds again."""

from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings
from tests.routing.learning import labelled
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.learned import find_holding
from gongzhi.routing.actions import train_sorter


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def address_in() -> str:
    train_sorter(labelled(), actor=SYSTEM)
    train_sorter(labelled(), actor=SYSTEM)
    return reverse("console:hold_version", args=[1])


def test_does_it(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(), {})
    assert answer.status_code == 302
    held = find_holding("category")
    assert held is not None
    assert held.version == 1


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), reverse("console:hold_version", args=[1]), "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = reverse("console:hold_version", args=[1])
    assert is_closed(world, "auditor", address, "post")
    assert is_closed(world, "resident", address, "post")
