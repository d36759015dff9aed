"""Live warnings while drawing."""

import json

from django.urls import reverse
from tests.web.console.desks import area_ref, desk, is_closed, refuses
from tests.world import World

SHAPE = {
    "type": "Polygon",
    "coordinates": [[[120.1, 36.1], [120.1015, 36.1], [120.1015, 36.102], [120.1, 36.102], [120.1, 36.1]]],
}


def address_in(world: World) -> str:
    return reverse("console:check_drawing")


def test_does_it(world: World) -> None:
    address = address_in(world)
    sent = {"area": area_ref(world), "outline": json.dumps(SHAPE)}
    found = desk(world, "administrator").post(address, sent).json()
    assert found["said"]
    assert not found["sound"]


def test_a_broken_outline_is_named(world: World) -> None:
    sent = {"area": area_ref(world), "outline": "{}"}
    assert desk(world, "administrator").post(address_in(world), sent).json()["said"]


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address, "post")
    assert is_closed(world, "resident", address, "post")
