"""Back to the pack's value."""

from datetime import date

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.rulebook.actions import NewValue, override_value
from gongzhi.rulebook.queries import get_value


def address_in(world: World) -> str:
    return written(world)


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {})
    assert answer.status_code == 302, answer.content.decode()
    assert get_value("accept").overridden_by is None


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address, "post")
    assert is_closed(world, "resident", address, "post")


def written(world: World) -> str:
    """A value of the street's own; the address that takes it back."""
    new = NewValue("accept", "3", "working-hour", "街道会议纪要", date(2020, 1, 1))
    value_id = override_value(new, actor=world.administrator.actor)
    return reverse("console:withdraw_override", args=[value_id])
