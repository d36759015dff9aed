"""A new duty area."""

import json

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.territory.queries import AreaKind, list_areas

SHAPE = {
    "type": "Polygon",
    "coordinates": [[[120.1, 36.1], [120.1015, 36.1], [120.1015, 36.102], [120.1, 36.102], [120.1, 36.1]]],
}


def address_in(world: World) -> str:
    return reverse("console:draw_area")


def test_does_it(world: World) -> None:
    address = address_in(world)
    typed = {"kind": "grid2", "name": "柳荫1-3微网格", "ground": "柳荫社区", "outline": json.dumps(SHAPE)}
    answer = desk(world, "administrator").post(address, {**typed, "parent": str(world.areas["grid1"])})
    assert answer.status_code == 302, answer.content.decode()
    assert "柳荫1-3微网格" in [one.name for one in list_areas(kind=AreaKind.GRID2)]


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"kind": "grid2"})
    assert answer.status_code == 400
