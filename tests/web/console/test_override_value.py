"""A street's own value."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.rulebook.queries import get_value


def address_in(world: World) -> str:
    return reverse("console:override_value", args=["accept"])


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(
        address,
        {
            "value": "3",
            "unit": "working-hour",
            "source": "街道会议纪要",
            "effective": "2020-01-01",
            "ground": "0",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    assert get_value("accept").value == "3"


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(
        address_in(world),
        {"value": "many", "unit": "working-hour", "source": "x", "effective": "2020-01-01", "ground": "0"},
    )
    assert answer.status_code == 400
