"""A new first password, shown once."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:set_first_password", args=[world.secretary.user_id])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address)
    assert "shown only now" in answer.content.decode()


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address, "post")
    assert is_closed(world, "resident", address, "post")
