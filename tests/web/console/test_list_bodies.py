"""The bodies that take part."""

import re

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.parties.actions import NewOrganisation, register_organisation


def address_in(world: World) -> str:
    return reverse("console:list_bodies")


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "grid_leader").get(address)
    assert shown.status_code == 200
    assert "安苑物业公司" in shown.content.decode()


def test_codes_are_said_in_words(world: World) -> None:
    street = world.place("street")
    for new in (
        NewOrganisation("volunteer", "护学队", place_id=street, team_kind="school"),
        NewOrganisation("volunteer", "舞狮队", place_id=street, team_kind="舞狮"),
        NewOrganisation("department", "应急办", place_id=street, register_no="section:emergency"),
    ):
        register_organisation(new, actor=SYSTEM)
    page = desk(world, "administrator").get(address_in(world)).content.decode()
    assert "Safe way to school" in page and "舞狮</td>" in page
    assert "section:" not in page and not re.search(r">\s*school", page)


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "resident", address)
    assert is_closed(world, "resident", address)
