"""What was set aside or is stuck elsewhere is taken up again."""

from datetime import timedelta

import pytest

from gongzhi.cases.actions import decide_approval, release_case
from gongzhi.cases.rules.refusals import NotParked, OutcomeNotOpen, ReasonMissing
from gongzhi.kernel import clock
from tests.cases.playing import DAY, MONDAY, flaws, placed, row, take
from tests.world import World


def test_release_case_goes_on_with_the_clock_it_had(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        take(case, "accept", world.grid_leader)
        promised = row(case).due_at
        later = clock.today() + timedelta(days=30)
        take(case, "park", world.grid_leader, reason="等管网改造", review_date=later)
        decide_approval(case.ref, True, actor=world.secretary.actor)
        assert row(case).status == "parked" and row(case).wake_at == row(case).review_at
        with pytest.raises(OutcomeNotOpen):
            take(case, "stuck", world.grid_leader, reason="x")
        now.advance(10 * DAY)
        with pytest.raises(ReasonMissing):
            release_case(case.ref, "", actor=world.secretary.actor)
        release_case(case.ref, "管网提前完工", actor=world.secretary.actor)
    after = row(case)
    assert promised is not None
    assert (after.status, after.due_at, after.review_at) == ("open", promised + 10 * DAY, None)
    assert not flaws()


def test_resume_by_the_owner_and_nothing_to_release(world: World) -> None:
    case = placed(world)
    with pytest.raises(NotParked):
        release_case(case.ref, "x", actor=world.secretary.actor)
    later = clock.today() + timedelta(days=30)
    take(case, "park", world.grid_leader, reason="等", review_date=later)
    decide_approval(case.ref, True, actor=world.secretary.actor)
    take(case, "resume", world.grid_leader)
    assert row(case).status == "open" and not flaws()
