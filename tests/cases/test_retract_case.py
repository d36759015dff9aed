import pytest

from gongzhi.cases.actions import reassign_case, retract_case
from gongzhi.cases.models import Case
from gongzhi.cases.rules.refusals import CaseHasEnded, CaseNotFound, NotYours, OutcomeNotOpen
from tests.cases.playing import placed
from tests.world import World


def test_before_anybody_has_begun_it_is_withdrawn(world: World) -> None:
    ref = placed(world).ref
    moved = retract_case(ref, actor=world.duty_desk.actor, reason="重复导入")
    assert (moved.status, moved.result) == ("ended", "withdrawn")
    with pytest.raises(CaseHasEnded):
        retract_case(ref, actor=world.duty_desk.actor, reason="again")


def test_once_begun_only_the_reporter_may(world: World) -> None:
    ref = placed(world).ref
    reassign_case(ref, world.seat("secretary"), "改派", actor=world.duty_desk.actor)
    with pytest.raises(OutcomeNotOpen):
        retract_case(ref, actor=world.duty_desk.actor, reason="late")
    assert Case.objects.get(ref=ref).status == "open"


def test_needs_the_right_to_dispatch(world: World) -> None:
    ref = placed(world).ref
    with pytest.raises(CaseNotFound):
        retract_case(ref, actor=world.resident.actor, reason="x")
    with pytest.raises(NotYours):
        retract_case(ref, actor=world.grid_leader.actor, reason="x")
