"""Who is in charge of a department."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.parties.queries import get_organisation


def address_in(world: World) -> str:
    return reverse("console:put_in_charge", args=[world.organisations["department"]])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"seat": ""})
    assert answer.status_code == 302, answer.content.decode()
    assert get_organisation(world.organisations["department"]).answers_to_id is None


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"seat": "0"})
    assert answer.status_code == 400
