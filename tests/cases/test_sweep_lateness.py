"""Time acts by itself: once, in pages, past whatever is broken."""

import sys
from datetime import timedelta

import pytest

from gongzhi.cases.actions import (
    confirm_result,
    decide_approval,
    note_question_delivered,
    pause_clock,
    second_case,
    sweep_lateness,
)
from gongzhi.cases.models import Case, Event
from gongzhi.cases.queries import workbench_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from tests.cases.playing import DAY, HOUR, MONDAY, deliver, flaws, lamp_categories, placed, row, settle, take
from tests.world import World


def sweep() -> tuple[int, int]:
    """One sweep that must not fail on anything."""
    done = sweep_lateness(actor=SYSTEM)
    assert not done.failed
    return done.found, done.moved


def test_a_matter_nobody_takes_climbs_to_the_main_leader_and_the_duty_desk(world: World) -> None:
    """Trap 2, journey 4: the ladder ends at the duty desk with an alarm, and nobody is ever missing."""
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        owners = []
        for _rung in range(7):
            now.advance(3 * HOUR)
            sweep()
            owners.append(row(case).seat_id)
        assert list(dict.fromkeys(owners)) == [
            world.seat("secretary"),
            world.seat("deputy"),
            world.seat("leader"),
            world.seat("duty_desk"),
        ]
        assert row(case).alarm == "ladder-ended" and row(case).wake_at is None
        assert [r.ref for r in workbench_for(world.duty_desk.actor).alarms] == [case.ref]
    assert not flaws()


def test_sweep_lateness_twice_changes_nothing(world: World) -> None:
    """Trap 3."""
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        assert sweep() == (0, 0)
        now.advance(3 * HOUR)
        assert sweep() == (1, 1)
        before = (row(case).events, row(case).head, row(case).due_at)
        assert sweep() == (0, 0)
        assert (row(case).events, row(case).head, row(case).due_at) == before
    assert not flaws()


def test_sweep_lateness_reads_every_page_and_passes_by_a_broken_case(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trap 3: one bad case cannot block the rest."""
    monkeypatch.setattr(sys.modules["gongzhi.cases.actions.sweep_lateness"], "PAGE", 3)
    with clock.frozen(MONDAY) as now:
        cases = [placed(world) for _n in range(8)]
        bad = cases[1]
        Case.objects.filter(ref=bad.ref).update(state_text="{broken")
        now.advance(3 * HOUR)
        done = sweep_lateness(actor=SYSTEM)
        assert (done.found, done.moved, done.failed) == (8, 7, (bad.ref,))
        assert all(row(c).seat_id == world.seat("secretary") for c in cases if c is not bad)
        again = sweep_lateness(actor=SYSTEM)
        assert (again.found, again.moved, again.failed) == (1, 0, (bad.ref,))


def test_silence_counts_from_delivery_and_is_a_class_of_its_own(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        settle(world, case)
        now.advance(HOUR)
        assert row(case).silence_at is None
        now.advance(DAY)
        deliver(world, case)
        silence = row(case).silence_at
        assert silence is not None
        now.advance(DAY)
        deliver(world, case)
        assert row(case).silence_at == silence
        now.move_to(silence - timedelta(seconds=1))
        assert sweep() == (0, 0)
        now.move_to(silence)
        assert sweep() == (1, 1)
        assert (row(case).status, row(case).result) == ("ended", "unconfirmed")
    assert not flaws()


def test_silence_of_the_others_does_not_undo_what_one_has_said(world: World) -> None:
    lamp_categories()
    with clock.frozen(MONDAY) as now:
        case = placed(world, category="lamp")
        second_case(case.ref, world.neighbour.person_id, actor=world.neighbour.actor)
        settle(world, case)
        deliver(world, case, "resident", "neighbour")
        confirm_result(case.ref, actor=world.resident.actor, solved=True)
        assert row(case).status == "confirming"
        now.advance(30 * DAY)
        sweep()
        assert row(case).result == "solved"
    assert not flaws()


def test_a_question_that_reaches_nobody_alarms_the_duty_desk(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        settle(world, case)
        now.advance(30 * DAY)
        sweep()
        assert (row(case).status, row(case).alarm) == ("confirming", "undelivered")
        assert sweep() == (0, 0)
        deliver(world, case)
        assert row(case).alarm == "" and row(case).wake_at == row(case).silence_at
    assert not flaws()


def test_with_nobody_to_ask_silence_counts_from_the_posting(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world, reporter_id=None)
        settle(world, case)
        assert row(case).silence_at == row(case).due_at is not None
        now.advance(30 * DAY)
        sweep()
        assert row(case).result == "unconfirmed"
    assert not flaws()


def test_a_forgotten_yes_goes_one_rung_higher(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        take(case, "accept", world.grid_leader)
        take(case, "extend", world.grid_leader, reason="等配件")
        assert row(case).approver_id == world.seat("secretary")
        asked = row(case).approval_due
        assert asked is not None
        now.move_to(asked)
        sweep()
        assert row(case).approver_id == world.seat("deputy")
        decide_approval(case.ref, True, actor=world.deputy.actor)
    assert not flaws()


def test_what_was_set_aside_comes_back_on_its_day(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        later = clock.today() + timedelta(days=20)
        take(case, "park", world.grid_leader, reason="等管网改造", review_date=later)
        decide_approval(case.ref, True, actor=world.secretary.actor)
        now.advance(3 * DAY)
        assert sweep() == (0, 0)
        now.advance(18 * DAY)
        sweep()
        assert (row(case).status, row(case).review_at) == ("open", None)
        assert row(case).due_at is not None and row(case).due_at > now()  # type: ignore[operator]
    assert not flaws()


def test_a_clock_that_stands_still_is_not_late(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        pause_clock(case.ref, "weather", "告诉居民雨停再修", actor=world.grid_leader.actor)
        now.advance(9 * DAY)
        assert sweep() == (0, 0)
    assert Event.objects.filter(case=row(case), kind="late").count() == 0


def test_note_question_delivered_is_deaf_to_strangers(world: World) -> None:
    case = placed(world)
    settle(world, case)
    before = row(case).events
    note_question_delivered(case.ref, world.stranger.person_id, clock.now(), actor=SYSTEM)
    assert row(case).events == before
