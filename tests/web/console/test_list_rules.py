"""The values in force."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World


def address_in(world: World) -> str:
    return reverse("console:list_rules")


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "administrator").get(address)
    assert shown.status_code == 200
    assert "Set your own" in shown.content.decode()


def test_values_are_said_as_one_reads_them(world: World) -> None:
    shown = desk(world, "administrator").get(address_in(world)).content.decode()
    assert "<td>1 working day</td>" in shown and "<td>2/3</td>" in shown
    assert "1 working days" not in shown and "2/3 fraction" not in shown


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)
