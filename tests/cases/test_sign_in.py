"""Each called party signs in."""

import pytest

from gongzhi.cases.actions import call_in, sign_in
from gongzhi.cases.models import Event, StepRun
from gongzhi.cases.rules.refusals import NotYours, OutcomeNotOpen
from tests.cases.playing import flaws, placed, row, take
from tests.world import World


def test_sign_in_is_noted_once_for_each(world: World) -> None:
    case = placed(world)
    with pytest.raises(OutcomeNotOpen):
        sign_in(case.ref, actor=world.grid_leader.actor)
    take(case, "accept", world.grid_leader)
    call_in(case.ref, world.seat("section"), actor=world.grid_leader.actor)
    sign_in(case.ref, actor=world.section.actor)
    sign_in(case.ref, actor=world.section.actor)
    with pytest.raises(NotYours):
        sign_in(case.ref, actor=world.other_section.actor)
    run = StepRun.objects.get(case=row(case), item_ref=f"seat:{world.seat('section')}")
    assert run.signed_at is not None
    assert Event.objects.filter(case=row(case), kind="signed-in").count() == 1
    assert not flaws()
