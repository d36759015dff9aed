"""Groups of reports that look like one matter, for staff."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.routing.test_trace_report import report
from tests.world import World

from gongzhi.cases.actions import join_case, second_case
from gongzhi.cases.queries import Within, list_reported_for
from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import About, ReportDraft, Spot
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.parties.queries import get_seat
from gongzhi.registry.actions import ensure_person
from gongzhi.routing.queries import find_anywhere, list_groups_for, list_like_case
from gongzhi.territory.queries import get_place

SAID = ("三层楼道灯不亮，摸黑上楼", "楼道灯不亮了", "楼道的灯全黑了")


def test_groups_on_ones_own_ground_the_oldest_first(street: World) -> None:
    refs = [report(street, str(number), words) for number, words in enumerate(SAID)]
    report(street, "bins", "门口垃圾桶三天没人清运")
    report(street, "far", SAID[0], "other_entrance")
    person = ensure_person(street.neighbour.user_id, actor=SYSTEM)
    second_case(refs[1], person, actor=street.neighbour.actor)
    found = list_groups_for(street.grid_leader.actor)
    (group,) = found.groups
    assert [one.row.ref for one in group.members] == refs
    assert (group.lead.row.ref, group.people, found.compared, found.cut) == (refs[0], 4, 4, False)
    assert list_groups_for(street.other_grid_leader.actor).groups == ()
    assert list_groups_for(street.grid_leader.actor, on=Within(street.place("other_estate"))).groups == ()
    with clock.frozen(clock.now() + timedelta(days=20)):
        assert list_groups_for(street.grid_leader.actor, days=7).groups == ()


def test_never_quarrels_complaints_or_what_is_joined(street: World) -> None:
    seat = get_seat(street.seat("property_manager"))
    spot = Spot(place_ref=get_place(street.place("entrance")).ref)
    for number in range(2):
        report(street, f"noise-{number}", "楼上半夜装修噪音扰民")
        draft = ReportDraft(f"complaint-{number}", SAID[0], spot=spot, about=About(seat_ref=seat.ref))
        submit_report(draft, actor=street.resident.actor)
    drain()
    assert list_groups_for(street.grid_leader.actor).groups == ()
    one, other = report(street, "one", SAID[0]), report(street, "other", SAID[1])
    join_case(other, one, actor=street.grid_leader.actor)
    assert list_groups_for(street.grid_leader.actor).groups == ()


def test_as_many_queries_for_many_reports_as_for_few(street: World) -> None:
    costs = []
    for more in (2, 6):
        for number in range(more):
            report(street, f"{more}-{number}", SAID[number % 3])
        with CaptureQueriesContext(connection) as asked:
            assert list_groups_for(street.grid_leader.actor).groups
        costs.append(len([one for one in asked.captured_queries if "playbooks_version" not in one["sql"]]))
    assert costs[0] == costs[1] <= 10


def test_a_foreign_report_without_a_place_is_found_by_words_and_address(street: World) -> None:
    said = "电梯停运三天，要求维修"
    lost = submit_report(
        ReportDraft("nowhere-0001", said, spot=Spot(address="金星大厦北座"), channel="phone"),
        actor=street.duty_desk.actor,
    ).case_ref
    drain()
    assert lost
    desk, other = street.duty_desk.actor, street.far_desk.actor
    if not list_reported_for(desk):  # no place: any street's desk may have it
        desk, other = other, desk
    assert [one.ref for one in find_anywhere("电梯又停运了", "金星大厦", actor=desk)] == [lost]
    assert find_anywhere("想学书法", "金星大厦", actor=desk) == ()
    assert find_anywhere("电梯又停运了", "金星大厦", actor=other) == ()
    known = report(
        street,
        "lift",
        "电梯停运好几天没人修",
        "far_entrance" if other == street.duty_desk.actor else "entrance",
    )
    with CaptureQueriesContext(connection) as asked:
        assert [one.ref for one in list_like_case(desk, lost)] == [known]
    assert len([one for one in asked.captured_queries if "playbooks_version" not in one["sql"]]) <= 8
