"""The test bench: time and place count, and it says why."""

from datetime import UTC, date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.world import World

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all
from gongzhi.routing.actions import publish_list
from gongzhi.routing.queries import (
    ListKind,
    PathRule,
    ReportFacts,
    Titled,
    decide_path,
    list_faults,
    try_report,
)
from gongzhi.routing.rules import write_paths
from gongzhi.rulebook.actions import NewValue, override_value
from gongzhi.territory.queries import get_area, get_place

LAMP = "三层楼道灯不亮"
TUESDAY_TEN = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)  # 10:00 in the street
TUESDAY_LATE = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)  # 23:00
SATURDAY = datetime(2026, 3, 7, 2, 0, tzinfo=UTC)
MAKE_UP_SATURDAY = datetime(2026, 2, 28, 2, 0, tzinfo=UTC)
NEW_YEAR = datetime(2026, 2, 17, 2, 0, tzinfo=UTC)


def path(code: str, who: str, **when: tuple[str, ...]) -> PathRule:
    return PathRule(code, Titled(code, code), who, (when,))


def report(street: World, at: datetime | None = None, place: str = "entrance") -> ReportFacts:
    return ReportFacts(LAMP, "page", place_id=street.place(place), at=at)


@pytest.mark.parametrize(
    ("at", "times"),
    [
        (TUESDAY_TEN, ("working-hours",)),
        (TUESDAY_LATE, ("off-hours", "night")),
        (SATURDAY, ("off-hours", "weekend")),
        (MAKE_UP_SATURDAY, ("working-hours",)),
        (NEW_YEAR, ("off-hours", "holiday")),
    ],
)
def test_the_working_calendar_names_the_moment(street: World, at: datetime, times: tuple[str, ...]) -> None:
    assert try_report(report(street, at)).situation.times == times


def test_night_goes_to_the_desk_and_day_to_the_leader(street: World) -> None:
    paths = (path("night", "duty-desk", time=("night",)), path("day", "grid-leader-2"))
    publish_list(ListKind.PATHS, write_paths(paths), actor=SYSTEM)
    with clock.frozen(TUESDAY_LATE):
        assert decide_path(report(street)).path == "night"
    with clock.frozen(TUESDAY_TEN):
        assert decide_path(report(street)).path == "day"
    assert try_report(report(street, TUESDAY_LATE)).decision.path == "night"


def test_a_named_place_counts_with_all_in_it(street: World) -> None:
    for ref in (get_place(street.place("estate")).ref, get_area(street.areas["grid"]).ref):
        paths = (path("here", "duty-desk", place=(ref,)), path("else", "grid-leader-2"))
        assert try_report(report(street), paths).decision.path == "here"
        assert try_report(report(street, place="other_entrance"), paths).decision.path == "else"


def test_it_says_which_condition_kept_the_earlier_paths_from_it(street: World) -> None:
    far = get_place(street.place("other_estate")).ref
    paths = (
        path("far", "duty-desk", place=(far,), category=("corridor-lighting",)),
        path("late", "duty-desk", hours=("22:00-06:00",)),
        path("rest", "grid-leader-2"),
        path("never", "duty-desk"),
    )
    tried = try_report(report(street, TUESDAY_TEN), paths)
    assert [(one.path.code, one.fits, one.failed) for one in tried.trials] == [
        ("far", False, (("place",),)),
        ("late", False, (("hours",),)),
        ("rest", True, ()),
    ]


def test_faults_know_the_ground(street: World) -> None:
    estate, community = (get_place(street.place(one)).ref for one in ("estate", "community"))
    grid = get_area(street.areas["grid"]).ref
    paths = [path("1", "duty-desk", place=(community,)), path("2", "duty-desk", place=(estate, grid))]
    assert [(one.kind, one.path) for one in list_faults(write_paths(paths))] == [("dead", "2")]
    paths = [path("1", "duty-desk", place=(grid,)), path("2", "duty-desk", place=(estate,))]
    assert [(one.kind, one.path) for one in list_faults(write_paths(paths))] == [("overlap", "2")]
    paths = [path("1", "duty-desk", place=("100000000000",))]
    assert [(one.kind, one.word) for one in list_faults(write_paths(paths))] == [("unknown", "100000000000")]


def test_how_sure_is_sure_enough_is_the_streets_own(street: World) -> None:
    vague = ReportFacts("楼道里不亮", "page", place_id=street.place("entrance"))
    sure = try_report(vague).decision.confidence
    new = NewValue(
        "routing.sure-enough", "100", "count", "会议纪要", date(2020, 1, 1), street.place("street")
    )
    override_value(new, actor=SYSTEM)
    tried = try_report(vague)
    assert tried.sure_enough == 100
    assert sure < 100
    assert tried.decision.desk == "no-category"


def test_a_night_that_cannot_be_read_is_the_usual_one(street: World) -> None:
    new = NewValue("routing.night", "from dusk", "text", "会议纪要", date(2020, 1, 1), street.place("street"))
    override_value(new, actor=SYSTEM)
    assert "night" in try_report(report(street, TUESDAY_LATE)).situation.times


def test_costs_no_query_with_the_stamps(
    street: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    try_report(report(street))
    stamps = current_all()
    with django_assert_num_queries(0):
        try_report(report(street), stamps=stamps)
