from datetime import timedelta

from gongzhi.accounts import tasks
from gongzhi.accounts.queries import (
    actor_for,
    get_phone,
    get_user,
    has_power,
    is_session_idle,
    list_staff,
    sign_in_gaps,
)
from gongzhi.kernel import clock
from gongzhi.kernel.actors import VISITOR
from tests.world import World


def test_phones_are_masked_in_facts(world: World) -> None:
    facts = get_user(world.resident.user_id)
    assert facts.phone_masked == "138****0001" and world.resident.phone not in repr(facts)
    assert get_phone(world.resident.user_id) == world.resident.phone
    assert get_phone(world.deputy.user_id) == ""


def test_powers_come_from_seats(world: World) -> None:
    assert has_power(world.administrator.actor, "configure")
    assert not has_power(world.leader.actor, "configure")
    assert not has_power(VISITOR, "configure")
    assert actor_for(7, source="page").user_id == 7


def test_staff_sessions_end_after_half_an_hour_residents_after_thirty_days(world: World) -> None:
    now = clock.now()
    assert is_session_idle(world.deputy.user, seen=now - timedelta(minutes=31), now=now)
    assert not is_session_idle(world.deputy.user, seen=now - timedelta(minutes=29), now=now)
    assert not is_session_idle(world.resident.user, seen=now - timedelta(days=29), now=now)


def test_residents_have_no_gaps(world: World) -> None:
    assert not sign_in_gaps(world.resident.user)
    assert sign_in_gaps(world.deputy.user)
    assert world.resident.user_id not in {one.id for one in list_staff()}


def test_the_nightly_clearing_runs(db: None) -> None:
    assert tasks.clear_old_codes() == 0
    assert tasks.clear_old_records() == 0
