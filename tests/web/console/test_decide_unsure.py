"""One click: this is its category."""

from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings
from tests.cases.playing import placed, row
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def address_in(world: World) -> tuple[str, str]:
    load_library(actor=SYSTEM)
    ref = placed(world, category="", category_id=None).ref
    return ref, reverse("console:decide_unsure", args=[ref])


def test_does_it(world: World) -> None:
    ref, address = address_in(world)
    assert desk(world, "duty_desk").post(address, {"category": "rubbish"}).status_code == 302
    category = row(ref).category
    assert category is not None
    assert category.code == "rubbish"


def test_says_what_is_wrong(world: World) -> None:
    ref, address = address_in(world)
    assert desk(world, "duty_desk").post(address, {"category": "no-such"}).status_code == 302
    assert row(ref).category is None


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "duty_desk"), address_in(world)[1], "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)[1]
    assert is_closed(world, "entrance_head", address, "post")
    assert is_closed(world, "resident", address, "post")
