"""I want to speak to a person (转人工)."""

from datetime import datetime

import pytest

from gongzhi.cases.actions import ask_for_person
from gongzhi.cases.events import PersonAsked
from gongzhi.cases.models import Event
from gongzhi.cases.queries import list_timeline_for, workbench_for
from gongzhi.cases.rules.refusals import CallPromised, CaseHasEnded, CaseNotFound
from gongzhi.kernel import clock
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.events import subscribe, unsubscribe
from tests.cases.playing import MONDAY, flaws, placed, row, settle, take
from tests.world import World


def test_rings_at_the_duty_desk_and_says_until_when(world: World) -> None:
    with clock.frozen(MONDAY):
        case = placed(world)
        due = row(case).due_at
        ask_for_person(case.ref, actor=world.resident.actor)
        told = [
            one for one in list_timeline_for(world.resident.actor, case.ref) if one.kind == "person-asked"
        ]
    until = datetime.fromisoformat(str(told[0].facts["until"]))
    assert 4 <= (until - MONDAY).total_seconds() / 3600 <= 8  # four working hours, lunch included
    assert told[0].facts["caller"] == world.seat("duty_desk")
    assert row(case).due_at == due, "it moves no clock of the work"
    assert [one.ref for one in workbench_for(world.duty_desk.actor).alarms] == [case.ref]
    assert not flaws()


def test_announces_who_is_to_call(world: World) -> None:
    case = placed(world)
    told: list[PersonAsked] = []
    subscribe(PersonAsked, name="test.listener", call=told.append)
    try:
        ask_for_person(case.ref, actor=world.resident.actor)
        drain()
    finally:
        unsubscribe(PersonAsked, name="test.listener")
    assert [(news.case_ref, news.seat_id) for news in told] == [(case.ref, world.seat("duty_desk"))]


def test_whoever_has_the_case_is_not_the_one_who_calls(world: World) -> None:
    case = placed(world, routed_seat_id=world.seat("duty_desk"))
    ask_for_person(case.ref, actor=world.resident.actor)
    event = Event.objects.get(case=row(case), kind="person-asked")
    assert f'"caller":{world.seat("secretary")}' in event.body_text


def test_no_step_of_the_work_silences_it(world: World) -> None:
    case = placed(world)
    ask_for_person(case.ref, actor=world.resident.actor)
    settle(world, case)
    assert row(case).alarm == "person-asked"
    with pytest.raises(CallPromised):
        ask_for_person(case.ref, actor=world.resident.actor)
    assert not flaws()


def test_only_for_those_it_is_done_for_while_it_runs(world: World) -> None:
    case = placed(world)
    for key in ("stranger", "grid_leader", "auditor", "administrator"):
        with pytest.raises(CaseNotFound):
            ask_for_person(case.ref, actor=world.people[key].actor)
    take(case, "withdraw", world.resident)
    with pytest.raises(CaseHasEnded):
        ask_for_person(case.ref, actor=world.resident.actor)
