"""Another outline."""

import json

from django.urls import reverse
from tests.web.console.desks import area_ref, desk, is_closed, refuses
from tests.world import World

from gongzhi.territory.queries import list_changes_of

SHAPE = {
    "type": "Polygon",
    "coordinates": [[[120.1, 36.1], [120.1015, 36.1], [120.1015, 36.102], [120.1, 36.102], [120.1, 36.1]]],
}


def address_in(world: World) -> str:
    return reverse("console:redraw_area", args=[area_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"outline": json.dumps(SHAPE)})
    assert answer.status_code == 302, answer.content.decode()
    assert "drawn" in str(list_changes_of("area", world.areas["grid"]))


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"outline": "nonsense"})
    assert answer.status_code == 400
