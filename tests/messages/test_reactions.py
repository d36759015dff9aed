"""Each piece of news: who is told, once, also when it is delivered twice."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.cases.actions import (
    call_in,
    confirm_result,
    join_case,
    pause_clock,
    reassign_case,
    second_case,
    supervise_case,
    sweep_lateness,
)
from gongzhi.cases.models import Party
from gongzhi.kernel import clock, events
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.models import Delivery
from gongzhi.messages.models import Message
from gongzhi.parties.actions import NewLeave, plan_leave
from gongzhi.registry.models import Person
from tests.cases.playing import MONDAY, photo, placed, refuse, row, settle, take
from tests.messages.reading import told, who
from tests.world import World


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """Nine o'clock on a working day."""
    with clock.frozen(MONDAY):
        yield


def deliver_twice() -> None:
    """All news, and all of it once more a while later: at least once means sometimes twice."""
    drain()
    before = Message.objects.count()
    with clock.frozen(clock.now() + timedelta(minutes=7)):
        again = Delivery.objects.filter(subscriber__startswith="messages.")
        again.update(state=Delivery.State.DUE, next_at=clock.now())
        drain()
    assert Message.objects.count() == before


def test_whoever_is_assigned_is_told(world: World) -> None:
    placed(world)
    deliver_twice()
    assert told(world) == [("case-given", "grid_leader")]


def test_helpers_are_called(world: World) -> None:
    placed(world, helper_seat_ids=(world.seat("secretary"),))
    deliver_twice()
    assert who(world, "party-called") == ["secretary"]


def test_danger_rings_at_once(world: World) -> None:
    placed(world, urgency="critical")
    deliver_twice()
    assert sorted(who(world, "danger")) == ["duty_desk", "grid_leader"]
    assert all(message.urgent for message in Message.objects.filter(template="danger"))


def test_the_stand_in_is_told_instead(world: World) -> None:
    today = clock.today()
    leave = NewLeave(
        world.grid_leader.holding_id, today, today + timedelta(days=3), world.next_grid_leader.user_id
    )
    plan_leave(leave, actor=SYSTEM)
    placed(world)
    deliver_twice()
    assert who(world, "case-given") == ["next_grid_leader"]


def test_nobody_complained_of_is_told(world: World) -> None:
    case = placed(world, about_seat_id=world.seat("property_manager"))
    drain()
    found = events.find_subscriber("cases.PartyCalled", "messages.on_party_called")
    assert found is not None  # even if a seat of theirs were called by mistake
    found.call(found.event(case.ref, world.seat("property_manager"), False, "x"))  # type: ignore[call-arg]
    assert "property_manager" not in {key for _template, key in told(world)}


def test_called_in_supervised_reassigned(world: World) -> None:
    case = placed(world)
    call_in(case.ref, world.seat("section"), actor=world.secretary.actor)
    supervise_case(case.ref, "拖了两天", actor=world.deputy.actor)
    reassign_case(case.ref, world.seat("next_grid_leader"), "不是这个网格的", actor=world.secretary.actor)
    deliver_twice()
    assert "section" in who(world, "party-called")
    assert {"deputy", "grid_leader"} <= set(who(world, "case-supervised"))
    assert who(world, "case-given") == ["grid_leader", "next_grid_leader"]


def test_returned_and_given_to_others(world: World) -> None:
    case = placed(world)
    take(case, "return", world.grid_leader, reason="不在本网格", whose=world.seat("other_grid_leader"))
    deliver_twice()
    assert len(who(world, "case-returned")) == 1


def test_the_question_reaches_everyone_and_starts_the_clock_of_silence(world: World) -> None:
    case = placed(world)
    second_case(case.ref, world.neighbour.person_id, actor=world.neighbour.actor)
    settle(world, case)
    assert row(case).silence_at is None
    deliver_twice()
    assert sorted(who(world, "question")) == ["neighbour", "resident"]
    assert row(case).silence_at is not None and row(case).silence_at > clock.now()
    assert Party.objects.filter(case__ref=case.ref, delivered_at=MONDAY).count() == 2
    assert who(world, "case-given") == ["grid_leader"]  # asking residents assigns nothing


def test_whom_nothing_reaches_is_not_silent(world: World) -> None:
    case = placed(world)
    settle(world, case)
    Person.objects.filter(pk=world.resident.person_id).update(user=None)
    drain()
    assert row(case).silence_at is None and not who(world, "question")


def test_not_solved_always_reaches_the_handler_and_again(world: World) -> None:
    case = placed(world)
    settle(world, case)
    refuse(case, world.resident)
    deliver_twice()
    take(case, "done", world.grid_leader, note="又换了", photos=(photo(),))
    refuse(case, world.resident)
    deliver_twice()
    assert who(world, "case-refused").count("grid_leader") == 2
    assert "deputy" in who(world, "case-supervised")  # the second refusal is supervised


def test_the_end_is_told_each_time(world: World) -> None:
    case = placed(world)
    settle(world, case)
    drain()
    confirm_result(case.ref, actor=world.resident.actor, solved=True, stars=5)
    deliver_twice()
    assert who(world, "case-ended") == ["resident"]


def test_joined_reporters_know_the_number(world: World) -> None:
    case, other = placed(world), placed(world, reporter_id=world.neighbour.person_id)
    join_case(other.ref, case.ref, actor=world.secretary.actor)
    deliver_twice()
    assert who(world, "case-joined") == ["neighbour"]
    assert Message.objects.get(template="case-joined").case_ref == case.ref


def test_a_pause_is_no_secret(world: World) -> None:
    case = placed(world)
    take(case, "accept", world.grid_leader)
    pause_clock(case.ref, "waiting-for-resident", "电话联系过，等配件", actor=world.grid_leader.actor)
    deliver_twice()
    assert who(world, "clock-paused") == ["resident"]


def test_an_unowned_case_rings_at_the_desk(world: World) -> None:
    placed(world, routed_seat_id=world.seat("duty_desk"), unrouted=True)
    deliver_twice()
    assert who(world, "case-unowned") == ["duty_desk"]


def test_a_case_that_climbs_is_told_one_rung_up(world: World) -> None:
    case = placed(world, "four-level-link")
    due = row(case).due_at
    assert due is not None
    with clock.frozen(due + timedelta(minutes=1)):
        sweep_lateness(actor=SYSTEM)
        deliver_twice()
    assert len(who(world, "case-climbed")) == 1


def test_few_statements_for_each_piece_of_news(world: World) -> None:
    placed(world)
    drain()
    Delivery.objects.filter(subscriber="messages.on_step_entered").update(
        state=Delivery.State.DUE, next_at=clock.now()
    )
    Message.objects.all().delete()
    with CaptureQueriesContext(connection) as asked:
        assert drain() == 1
    assert len([one for one in asked.captured_queries if "playbooks_version" not in one["sql"]]) <= 16
