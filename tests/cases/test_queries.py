"""Lists, the workbench and the page of a case: right, scoped, and at constant cost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.cases.actions import index_words
from gongzhi.cases.queries import (
    CaseFilter,
    Within,
    find_case_for,
    find_mandates,
    find_reported,
    iterate_words,
    list_cases_for,
    list_first_photos,
    list_mine,
    list_near,
    list_outcomes_for,
    list_report_ids,
    list_reported,
    list_reported_for,
    list_rows,
    list_timeline_for,
    workbench_for,
)
from gongzhi.cases.rules.refusals import CaseNotFound
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.parties.actions import NewHolding, NewSeat, appoint_many, create_seats
from tests.cases.playing import DAY, HOUR, MONDAY, deliver, order, placed, row, settle, take
from tests.world import World


def cost(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        ask()
    return len([q for q in seen if "playbooks_version" not in q["sql"]])


def test_list_cases_for_follows_the_ground(world: World) -> None:
    case = placed(world)
    for key in ("grid_leader", "grid1_leader", "secretary", "duty_desk", "deputy", "resident", "auditor"):
        assert [r.ref for r in list_cases_for(world.people[key].actor).rows] == [case.ref], key
    for key in ("other_grid_leader", "far_desk", "neighbour", "property_manager", "section"):
        assert not list_cases_for(world.people[key].actor).rows, key
    assert not list_cases_for(VISITOR).rows


def test_list_cases_for_holds_the_cases_of_every_seat_and_area_once(world: World) -> None:
    leader = world.grid_leader
    (seat,) = create_seats([NewSeat("yard-chief-3", place_id=world.place("other_estate"))], actor=SYSTEM)
    since = clock.today() - 30 * DAY
    appoint_many([NewHolding(seat, leader.user_id, name=leader.name, since=since)], actor=SYSTEM)
    own = placed(world).ref
    second = placed(world, routed_seat_id=seat, place_id=world.place("other_estate"), area_id=None).ref
    next_door = placed(
        world, routed_seat_id=world.seat("next_grid_leader"), area_id=world.areas["next_grid"]
    ).ref

    def listed(key: str, **wanted: str) -> list[str]:
        return [one.ref for one in list_cases_for(world.people[key].actor, CaseFilter(**wanted)).rows]

    assert sorted(listed("grid_leader")) == sorted([own, second])
    assert sorted(listed("grid_leader", box="mine")) == sorted([own, second])
    assert sorted(listed("grid1_leader")) == sorted([own, next_door])
    assert listed("stranger", box="mine") == []


def test_list_cases_for_pages_by_keyset_at_constant_cost(world: World) -> None:
    refs: list[str] = []
    with clock.frozen(MONDAY):
        for _n in range(3):
            refs.append(placed(world).ref)
            clock.advance(HOUR)
        few = cost(lambda: list_cases_for(world.secretary.actor))
        for _n in range(4):
            refs.append(placed(world).ref)
            clock.advance(HOUR)
        many = cost(lambda: list_cases_for(world.secretary.actor))
    assert few == many <= 7
    for sort in ("newest", "due"):
        seen: list[str] = []
        cursor = ""
        while True:
            page = list_cases_for(world.secretary.actor, CaseFilter(sort=sort), cursor=cursor, limit=3)
            seen += [r.ref for r in page.rows]
            cursor = page.next
            if not cursor:
                break
        assert seen == (refs[::-1] if sort == "newest" else refs)


def test_list_cases_for_narrows(world: World) -> None:
    case = placed(world)
    placed(world, words="5号楼楼道堆物", area_id=world.areas["next_grid"])
    index_words(case.ref, actor=SYSTEM)
    desk = world.duty_desk.actor
    assert [r.ref for r in list_cases_for(desk, CaseFilter(words="路灯")).rows] == [case.ref]
    assert [r.ref for r in list_cases_for(desk, CaseFilter(words=case.ref)).rows] == [case.ref]
    assert len(list_cases_for(desk, CaseFilter(area_id=world.areas["grid"])).rows) == 1
    assert len(list_cases_for(desk, CaseFilter(place_id=world.place("estate"))).rows) == 2
    assert not list_cases_for(desk, CaseFilter(status="ended")).rows
    with clock.frozen(clock.now() + 3 * DAY):
        assert len(list_cases_for(desk, CaseFilter(late=True)).rows) == 2


def test_list_cases_for_goes_by_the_days_of_the_street(world: World) -> None:
    refs = []
    with clock.frozen(MONDAY - 9 * HOUR + timedelta(minutes=5)):  # five past midnight in the street
        for _day in range(3):
            refs.append(placed(world).ref)
            clock.advance(timedelta(hours=23, minutes=50))
    day = MONDAY.date()

    def between(since: date, until: date) -> list[str]:
        page = list_cases_for(world.secretary.actor, CaseFilter(since=since, until=until))
        return [row.ref for row in page.rows]

    assert between(day, day) == refs[1::-1]
    assert between(day + timedelta(days=1), date.max) == refs[2:]
    assert between(date.min, date.min) == between(date.max, date.max) == []


def test_workbench_for_groups_by_the_clock(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        placed(world)
        workbench_for(world.grid_leader.actor)  # the first look of a process fills what it keeps
        before = cost(lambda: workbench_for(world.grid_leader.actor))
        for _n in range(5):
            placed(world)
        bench = workbench_for(world.grid_leader.actor)
        assert cost(lambda: workbench_for(world.grid_leader.actor)) == before <= 14
        assert (bench.count_today, bench.count_overdue, len(bench.today)) == (6, 0, 6)
        late = workbench_for(world.grid_leader.actor, now() + 3 * HOUR)
        assert (late.count_overdue, late.count_today) == (6, 0)
    assert workbench_for(world.other_grid_leader.actor).count_today == 0


def test_find_case_for_shows_the_handler_no_person(world: World) -> None:
    case = placed(world)
    facts = find_case_for(world.grid_leader.actor, case.ref)
    assert facts.is_owner and facts.place_name.endswith("3号楼") and facts.words
    assert facts.reporter_known and "住户" not in repr(facts)
    for key in ("neighbour", "other_grid_leader", "far_desk", "property_manager"):
        with pytest.raises(CaseNotFound):
            find_case_for(world.people[key].actor, case.ref)
    assert find_case_for(world.resident.actor, case.ref).is_reporter


def test_find_case_for_costs_the_same_however_old(world: World) -> None:
    case = placed(world)
    young = cost(lambda: find_case_for(world.grid_leader.actor, case.ref))
    take(case, "accept", world.grid_leader)
    take(case, "stuck", world.grid_leader, reason="没有登高车")
    assert cost(lambda: find_case_for(world.secretary.actor, case.ref)) == young <= 16


def test_list_outcomes_for_says_what_each_may_do(world: World) -> None:
    case = placed(world)
    mine = {c.outcome: c for c in list_outcomes_for(world.grid_leader.actor, case.ref)}
    assert {"accept", "settle", "return", "park"} <= mine.keys() and "supervise" not in mine
    assert mine["settle"].missing == ("note", "photo")
    assert [c.outcome for c in list_outcomes_for(world.resident.actor, case.ref)] == ["withdraw"]
    assert [c.outcome for c in list_outcomes_for(world.deputy.actor, case.ref)] == ["supervise"]
    settle(world, case)
    answers = {c.outcome for c in list_outcomes_for(world.resident.actor, case.ref) if c.answer}
    assert answers == {"solved", "not-solved"}


def test_list_timeline_for_keeps_colleagues_words_from_residents(world: World) -> None:
    case = placed(world)
    from gongzhi.cases.actions import add_remark  # noqa: PLC0415

    add_remark(case.ref, "先问一下物业", actor=world.grid_leader.actor, audience="internal")
    staff = [e.words for e in list_timeline_for(world.secretary.actor, case.ref)]
    told = [e.words for e in list_timeline_for(world.resident.actor, case.ref)]
    assert "先问一下物业" in staff and "先问一下物业" not in told


def test_list_mine_and_list_near(world: World) -> None:
    case = placed(world)
    assert [r.ref for r in list_mine(world.resident.actor).rows] == [case.ref]
    assert not list_mine(world.neighbour.actor).rows
    near = list_near(world.neighbour.actor, area_id=world.areas["grid"]).rows
    assert [(r.ref, r.words) for r in near] == [(case.ref, "")]


def test_live_reports_are_found_by_id_number_and_scope(world: World) -> None:
    case = placed(world)
    assert [one.words for one in list_reported([case.id])] == [order(world).words]
    found = find_reported(case.ref)
    assert found is not None and (found.id, found.followers, found.day) == (
        case.id,
        0,
        clock.today().toordinal(),
    )
    assert [one.ref for one in list_reported_for(world.grid_leader.actor)] == [case.ref]
    ground = world.place("other_estate")
    assert not list_reported_for(world.grid_leader.actor, on=Within(ground))
    assert not list_reported_for(world.other_grid_leader.actor, refs=[case.ref])
    assert list_rows([case.id])[case.id].ref == case.ref
    assert list_report_ids(since=clock.today(), limit=5) == (case.id,)
    assert list(iterate_words(5)) == [order(world).words]
    assert list_first_photos([case.id]) == {}


def test_find_mandates(world: World) -> None:
    assert find_mandates("12345", ["A-1"]) == {}


def test_a_parked_page_shows_the_row_as_it_is(world: World) -> None:
    case = placed(world)
    deliver(world, case)
    assert row(case).status == "open"
