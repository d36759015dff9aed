import pytest
from django.test import Client

from gongzhi.accounts.actions import reset_second_factor
from gongzhi.accounts.models import RecoveryCode, SecondFactor
from gongzhi.accounts.queries import sign_in_gaps
from gongzhi.kernel.errors import Denied
from tests.world import World


def test_a_lost_app_is_taken_away_and_sessions_end(world: World, client: Client) -> None:
    world.sign_in(client, "deputy")
    before = world.deputy.user.get_session_auth_hash()
    reset_second_factor(world.deputy.user_id, actor=world.administrator.actor)
    assert not SecondFactor.objects.exists() and not RecoveryCode.objects.exists()
    assert sign_in_gaps(world.deputy.user).must_enrol
    assert world.deputy.user.get_session_auth_hash() != before


def test_never_ones_own_and_never_by_others(world: World) -> None:
    for actor in (world.administrator.actor, world.leader.actor):
        with pytest.raises(Denied):
            reset_second_factor(world.administrator.user_id, actor=actor)
