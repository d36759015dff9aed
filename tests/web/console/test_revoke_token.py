"""A key opens nothing any more."""

from datetime import timedelta

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.accounts.actions import NewToken, issue_token
from gongzhi.accounts.queries import list_tokens
from gongzhi.kernel import clock


def address_in(world: World) -> str:
    return issued(world)


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {})
    assert answer.status_code == 302, answer.content.decode()
    assert list_tokens()[0].revoked_at is not None


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address, "post")
    assert is_closed(world, "resident", address, "post")


def issued(world: World) -> str:
    """A key; the address that revokes it."""
    new = NewToken(("reports:write",), clock.now() + timedelta(days=1), system_name="hotline")
    key = issue_token(new, actor=world.administrator.actor)
    return reverse("console:revoke_token", args=[key.ref])
