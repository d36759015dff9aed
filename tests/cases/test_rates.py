"""The three rates of a ground: who says what, counted apart."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from gongzhi.cases.actions import confirm_result, pause_clock
from gongzhi.cases.models import Case
from gongzhi.cases.queries import Period, Rates, count_rates, count_rates_by
from gongzhi.kernel import clock
from tests.cases.playing import MONDAY, deliver, placed, refuse, settle
from tests.world import World

WEEK = Period(MONDAY.date(), (MONDAY + timedelta(days=6)).date())


@pytest.fixture
def week(world: World) -> World:
    """Seven reports of residents, one of a patrol: three settled and answered by the resident (one refused),
    two settled and silent, two open; one of the open ones excluded."""
    with clock.frozen(MONDAY):
        cases = [placed(world) for _n in range(7)]
        placed(world, channel="patrol")
        for case in cases[:5]:
            settle(world, case)
            deliver(world, case)
        for case, stars in zip(cases[:2], (5, 2), strict=True):
            confirm_result(case.ref, actor=world.resident.actor, solved=True, stars=stars)
        refuse(cases[2], world.resident)
        Case.objects.filter(ref=cases[6].ref).update(excluded=True)
    return world


def counted(at: timedelta = timedelta(hours=1), **ground: int) -> Rates:
    with clock.frozen(MONDAY + at):
        return count_rates(WEEK, **ground)


def test_claim_and_answer_stand_apart(week: World) -> None:
    figures = counted(place_id=week.place("street")).all
    assert figures.placed == 7
    assert (figures.claimed.part, figures.claimed.whole) == (4, 7), "the refused one is claimed no more"
    assert (figures.solved.part, figures.solved.whole) == (2, 3)
    assert figures.unanswered.whole == 5
    assert (figures.satisfied.part, figures.satisfied.whole) == (1, 2)


def test_small_groups_are_withheld(week: World) -> None:
    figures = counted(place_id=week.place("street")).all
    assert figures.solved.percent is None and figures.claimed.percent == 57
    assert counted(place_id=week.place("other_community")).all.small
    with clock.frozen(MONDAY):
        for _n in range(2):
            placed(week, place_id=week.place("other_building"), area_id=week.areas["other_grid"])
        by = count_rates_by("community", WEEK, place_id=week.place("street"))
    assert by[week.place("other_community")].all.small and by[week.place("community")].withheld


def test_duty_reports_and_excluded_ones_are_counted_apart(week: World) -> None:
    rates = counted(area_id=week.areas["grid"])
    assert (rates.all.placed, rates.without_excluded.placed, rates.duty.placed) == (7, 6, 1)


def test_paused_time_stands_beside(week: World) -> None:
    ref = Case.objects.filter(status="open", excluded=False).order_by("-pk").values_list("ref", flat=True)
    with clock.frozen(MONDAY + timedelta(hours=1)):
        pause_clock(ref[0], "weather", "打过电话", actor=week.grid_leader.actor)
    paused = counted(timedelta(hours=3))
    assert paused.all.paused_secs + paused.duty.paused_secs == 2 * 3600


def test_a_limit_missed_is_no_response(week: World) -> None:
    in_time, late = counted(), counted(timedelta(days=20))
    assert in_time.all.responded.part == in_time.all.responded.whole
    assert late.all.responded.part < late.all.responded.whole


def test_other_periods_and_withdrawn_reports_do_not_count(week: World) -> None:
    with clock.frozen(MONDAY):
        before = Period(WEEK.since - timedelta(days=9), WEEK.since - timedelta(days=1))
        assert count_rates(before).all.placed == 0
        Case.objects.filter(pk=row_of(week)).update(result="withdrawn")
        assert count_rates(WEEK).all.placed == 6


def row_of(_world: World) -> int:
    """The first report."""
    return int(Case.objects.order_by("pk").values_list("pk", flat=True)[0])


def test_asks_a_constant_number_of_questions(
    week: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with clock.frozen(MONDAY), django_assert_max_num_queries(3):
        count_rates_by("grid", WEEK, place_id=week.place("street"))
    with clock.frozen(MONDAY):
        for _n in range(3):
            placed(week)
    with clock.frozen(MONDAY), django_assert_max_num_queries(3):
        count_rates_by("grid", WEEK, place_id=week.place("street"))
