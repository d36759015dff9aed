"""A new key, shown once."""

from datetime import timedelta

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.accounts.queries import list_tokens
from gongzhi.kernel import clock


def address_in(world: World) -> str:
    return reverse("console:issue_token")


def test_does_it(world: World) -> None:
    address = address_in(world)
    until = clock.today() + timedelta(days=30)
    sent = {"system_name": "hotline", "scopes": ["reports:write"], "expires": until}
    answer = desk(world, "administrator").post(address, sent)
    assert "shown only now" in answer.content.decode()
    assert list_tokens()[0].system_name == "hotline"


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(
        address_in(world), {"system_name": "", "scopes": ["reports:write"], "expires": "2026-01-01"}
    )
    assert answer.status_code == 400
