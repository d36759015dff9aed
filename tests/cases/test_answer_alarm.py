"""Somebody has called the resident who rang."""

import pytest

from gongzhi.cases.actions import add_remark, answer_alarm, ask_for_person, reassign_case
from gongzhi.cases.queries import list_timeline_for
from gongzhi.cases.rules.refusals import CaseNotFound, MayNotCall, NothingRings, NotYours, ReasonMissing
from tests.cases.playing import flaws, placed, row
from tests.world import World


def test_silences_it_with_a_note_for_colleagues(world: World) -> None:
    case = placed(world)
    ask_for_person(case.ref, actor=world.resident.actor)
    with pytest.raises(ReasonMissing):
        answer_alarm(case.ref, " ", actor=world.duty_desk.actor)
    answer_alarm(case.ref, "已通话，说明了进度", actor=world.duty_desk.actor)
    assert row(case).alarm == ""
    story = list_timeline_for(world.resident.actor, case.ref)
    assert "已通话" not in "".join(line.words for line in story)
    with pytest.raises(NothingRings):
        answer_alarm(case.ref, "再说一次", actor=world.duty_desk.actor)
    assert not flaws()


def test_needs_the_right_to_call_back(world: World) -> None:
    case = placed(world)
    ask_for_person(case.ref, actor=world.resident.actor)
    with pytest.raises(NotYours):
        answer_alarm(case.ref, "好的", actor=world.grid_leader.actor)
    for key in ("resident", "stranger"):
        with pytest.raises(CaseNotFound):
            answer_alarm(case.ref, "好的", actor=world.people[key].actor)


def test_whoever_has_worked_on_it_does_not_call(world: World) -> None:
    case = placed(world)
    reassign_case(case.ref, world.seat("secretary"), "社区自己办", actor=world.duty_desk.actor)
    ask_for_person(case.ref, actor=world.resident.actor)
    add_remark(case.ref, "在办", actor=world.secretary.actor, audience="internal")
    with pytest.raises(MayNotCall):
        answer_alarm(case.ref, "已通话", actor=world.secretary.actor)
    answer_alarm(case.ref, "已通话", actor=world.duty_desk.actor)
