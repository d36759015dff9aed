"""Wrong hands: a person corrects the routing; the promise stays."""

import pytest

from gongzhi.cases.actions import reassign_case
from gongzhi.cases.models import Party
from gongzhi.cases.rules.refusals import NotYours, ReasonMissing, SeatUnfit
from tests.cases.playing import flaws, photo, placed, row, take
from tests.world import World


def test_reassign_case_keeps_the_promise(world: World) -> None:
    case = placed(world)
    due = row(case).due_at
    reassign_case(case.ref, world.seat("next_grid_leader"), "在5号楼", actor=world.secretary.actor)
    now = row(case)
    assert now.seat_id == now.routed_seat_id == world.seat("next_grid_leader") and now.due_at == due
    assert not flaws()


def test_reassign_case_in_a_shared_step_changes_the_lead(world: World) -> None:
    case = placed(world)
    take(case, "accept", world.grid_leader)
    reassign_case(case.ref, world.seat("section"), "要登高车", actor=world.duty_desk.actor)
    assert Party.objects.get(case=row(case), role="former").seat_id == world.seat("grid_leader")
    with pytest.raises(NotYours):
        take(case, "done", world.grid_leader, note="x", photos=(photo(),))
    take(case, "done", world.section, note="修好了", photos=(photo(),))
    assert row(case).status == "confirming" and not flaws()


def test_reassign_case_refuses(world: World) -> None:
    case = placed(world)
    with pytest.raises(NotYours):
        reassign_case(case.ref, world.seat("section"), "x", actor=world.grid_leader.actor)
    with pytest.raises(ReasonMissing):
        reassign_case(case.ref, world.seat("section"), " ", actor=world.secretary.actor)
    with pytest.raises(SeatUnfit):
        reassign_case(case.ref, world.seat("grid_leader"), "x", actor=world.secretary.actor)
