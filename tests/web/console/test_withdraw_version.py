"""Back to the version before."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.playbooks.queries import current_version, list_versions


def address_in(world: World) -> str:
    return reverse("console:withdraw_version", args=[current_version("one-lead-four-orders").id])


def test_does_it(world: World) -> None:
    address = address_in(world)
    former = current_version("one-lead-four-orders").id
    answer = desk(world, "administrator").post(address, {})
    assert answer.status_code == 302, answer.content.decode()
    assert next(one for one in list_versions("one-lead-four-orders") if one.id == former).withdrawn_at


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address, "post")
    assert is_closed(world, "resident", address, "post")
