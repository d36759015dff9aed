"""Its name and code."""

from django.urls import reverse
from tests.web.console.desks import area_ref, desk, is_closed, refuses
from tests.world import World

from gongzhi.territory.queries import get_area


def address_in(world: World) -> str:
    return reverse("console:describe_area", args=[area_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(
        address, {"name": "柳荫甲网格", "parent": str(world.areas["grid1"])}
    )
    assert answer.status_code == 302, answer.content.decode()
    assert get_area(world.areas["grid"]).name == "柳荫甲网格"


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"name": ""})
    assert answer.status_code == 400
