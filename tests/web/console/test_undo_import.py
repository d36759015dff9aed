"""What a file made is taken back."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.web.console.sheets import send_table
from tests.world import World

from gongzhi.territory.queries import list_batches, list_children


def address_in(world: World) -> str:
    return brought_in(world)


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {})
    assert answer.status_code == 302, answer.content.decode()
    assert "9号楼" not in [one.name for one in list_children(world.place("estate"))]


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address, "post")
    assert is_closed(world, "resident", address, "post")


def brought_in(world: World) -> str:
    """A file brought in; the address that takes it back."""
    client = desk(world, "administrator")
    client.post(send_table(client))
    return reverse("console:undo_import", args=[list_batches()[0].ref])
