"""One place."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, place_ref, refuses
from tests.world import World

from gongzhi.territory.actions import rename_place


def address_in(world: World) -> str:
    return reverse("console:show_place", args=[place_ref(world)])


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "grid_leader").get(address)
    assert shown.status_code == 200
    assert "翠苑小区" in shown.content.decode()


def test_what_was_changed_is_said_in_words(world: World) -> None:
    actor = world.people["administrator"].actor
    rename_place(world.place("estate"), "翠园小区", actor=actor)
    page = desk(world, "administrator").get(address_in(world)).content.decode()
    assert "<b>renamed</b>" in page and "Name 翠园小区" in page and "Name 翠苑小区" in page
    assert "{&quot;" not in page and "<b>created</b>" not in page


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "far_staff", address)
    assert is_closed(world, "resident", address)
