"""A body takes part no longer."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.parties.queries import get_organisation


def address_in(world: World) -> str:
    return reverse("console:end_organisation", args=[world.organisations["social"]])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"sure": "1"})
    assert answer.status_code == 302, answer.content.decode()
    assert get_organisation(world.organisations["social"]).ended


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)
