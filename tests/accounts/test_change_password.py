import pytest
from django.test import Client

from gongzhi.accounts.actions import change_password, set_first_password
from gongzhi.accounts.rules import WeakPassword, WrongSignIn
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from tests.world import World


def test_ones_own_password_ends_other_sessions(world: World, client: Client) -> None:
    former = set_first_password(world.secretary.user_id, actor=SYSTEM)
    before = world.secretary.user.get_session_auth_hash()
    user = change_password(former, "Huai-an 8 Strasse", actor=world.secretary.actor)
    assert user.check_password("Huai-an 8 Strasse") and not user.must_change_password
    assert user.get_session_auth_hash() != before


@pytest.mark.parametrize("weak", ["short1A", "aaaaaaaaaaaa1A", "Secretary2026", "lampe lampe", ""])
def test_weak_ones_are_refused(world: World, weak: str) -> None:
    former = set_first_password(world.secretary.user_id, actor=SYSTEM)
    with pytest.raises(WeakPassword):
        change_password(former, weak, actor=world.secretary.actor)


def test_the_former_one_is_asked_for(world: World) -> None:
    former = set_first_password(world.secretary.user_id, actor=SYSTEM)
    with pytest.raises(WrongSignIn):
        change_password("wrong", "Huai-an 8 Strasse", actor=world.secretary.actor)
    with pytest.raises(WeakPassword):
        change_password(former, former, actor=world.secretary.actor)
    with pytest.raises(NotFound):
        change_password("", "Huai-an 8 Strasse", actor=world.resident.actor)
