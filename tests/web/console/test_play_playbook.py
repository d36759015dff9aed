"""The example, step by step."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.playbooks.queries import current_version


def address_in(world: World) -> str:
    return reverse("console:play_playbook", args=[current_version("one-lead-four-orders").id])


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "administrator").get(address)
    assert shown.status_code == 200
    assert "A case begins" in shown.content.decode()
    last = desk(world, "auditor").get(address, {"n": "999"}).content.decode()
    assert "Ended" in last


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)
