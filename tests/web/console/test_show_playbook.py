"""One method with its chart."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.playbooks.queries import current_version


def address_in(world: World) -> str:
    current_version("one-lead-four-orders")
    return reverse("console:show_playbook", args=["one-lead-four-orders"])


def test_does_it(world: World) -> None:
    address = address_in(world)
    shown = desk(world, "administrator").get(address)
    assert shown.status_code == 200
    assert 'class="chart"' in shown.content.decode()


def test_unknown_ones_are_not_there(world: World) -> None:
    gone = reverse("console:show_playbook", args=["nothing"])
    assert desk(world, "administrator").get(gone).status_code == 404


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)
