"""A new account."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.accounts.queries import list_staff


def address_in(world: World) -> str:
    return reverse("console:create_staff")


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {"sign_in_name": "new-one", "display_name": "新同事"})
    assert "shown only now" in answer.content.decode()
    assert "new-one" in [one.sign_in_name for one in list_staff()]


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(
        address_in(world), {"sign_in_name": "grid-leader", "display_name": "重名"}
    )
    assert answer.status_code == 400
