import pytest
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.test import Client

from gongzhi.accounts.actions import end_sessions
from gongzhi.kernel.errors import Denied, NotFound
from tests.world import World


def seen_as(client: Client) -> int | None:
    """Who the next request of this session would be."""
    request = HttpRequest()
    request.session = client.session
    return get_user(request).pk


def test_signed_out_everywhere_and_the_password_stays(world: World, client: Client) -> None:
    world.sign_in(client, "secretary")
    password = world.secretary.user.password
    assert seen_as(client) == world.secretary.user_id
    end_sessions(world.secretary.user_id, actor=world.secretary.actor)
    assert seen_as(client) is None
    assert world.secretary.user.password == password


def test_others_may_not(world: World) -> None:
    end_sessions(world.resident.user_id, actor=world.administrator.actor)
    with pytest.raises(Denied):
        end_sessions(world.resident.user_id, actor=world.neighbour.actor)
    with pytest.raises(NotFound):
        end_sessions(987654, actor=world.administrator.actor)
