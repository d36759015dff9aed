"""A kind's words."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.cases.queries import find_category
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library


def address_in(world: World) -> str:
    load_library(actor=SYSTEM)
    return reverse("console:edit_kind", args=["corridor-lighting"])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(
        address,
        {"name_zh": "楼道灯", "name_en": "Lights", "words": "灯不亮", "urgency": "ordinary", "active": "on"},
    )
    assert answer.status_code == 302, answer.content.decode()
    kind = find_category("corridor-lighting")
    assert kind is not None
    assert kind.words == ("灯不亮",)


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"name_zh": ""})
    assert answer.status_code == 400
