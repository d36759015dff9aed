"""The certificate as a Word document."""

from django.urls import reverse
from tests.web.console.desks import desk, holding_ref, is_closed, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:certificate_document", args=[holding_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "secretary").get(address)
    assert answer.content.startswith(b"PK")


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "far_staff", address)
    assert is_closed(world, "resident", address)
