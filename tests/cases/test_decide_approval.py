"""Another seat's yes or no."""

from datetime import timedelta

import pytest

from gongzhi.cases.actions import decide_approval
from gongzhi.cases.rules.refusals import CaseNotFound, NothingWaits, NotYours, ReasonMissing
from gongzhi.kernel import clock
from tests.cases.playing import DAY, MONDAY, flaws, placed, row, take
from tests.world import World


def test_an_extension_runs_only_after_the_yes(world: World) -> None:
    with clock.frozen(MONDAY):
        case = placed(world)
        take(case, "accept", world.grid_leader)
    promised = row(case).due_at
    with clock.frozen(MONDAY + DAY):
        with pytest.raises(NothingWaits):
            decide_approval(case.ref, True, actor=world.secretary.actor)
        take(case, "extend", world.grid_leader, reason="配件要三天")
        asked = row(case)
        assert (asked.approver_id, asked.due_at) == (world.seat("secretary"), promised)
        with pytest.raises(CaseNotFound):
            decide_approval(case.ref, True, actor=world.neighbour.actor)
        with pytest.raises(NotYours):
            decide_approval(case.ref, True, actor=world.deputy.actor)
        with pytest.raises(ReasonMissing):
            decide_approval(case.ref, False, actor=world.secretary.actor)
        decide_approval(case.ref, True, actor=world.secretary.actor)
    now = row(case)
    assert promised is not None and now.due_at == promised + DAY and now.approver_id is None
    assert not flaws()


def test_a_no_leaves_everything_as_it_was(world: World) -> None:
    case = placed(world)
    take(case, "accept", world.grid_leader)
    before = row(case).due_at
    later = clock.today() + timedelta(days=30)
    take(case, "park", world.grid_leader, reason="等管网改造", review_date=later)
    decide_approval(case.ref, False, actor=world.secretary.actor, note="先想别的办法")
    now = row(case)
    assert (now.status, now.due_at, now.review_at, now.approver_id) == ("open", before, None, None)
    assert not flaws()


def test_exclusion_needs_a_second_seat(world: World) -> None:
    case = placed(world)
    take(case, "exclude", world.grid_leader, reason="historical")
    assert row(case).approver_id == world.seat("second_seat") and not row(case).excluded
    decide_approval(case.ref, True, actor=world.second_seat.actor)
    assert row(case).excluded and not flaws()
