"""Hot issues from the street's own cases: whose, of when, and how many people stand behind them."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.insight.reporting import lamp_reports, report
from tests.world import World

from gongzhi.cases.actions import join_case, second_case
from gongzhi.cases.queries import Within
from gongzhi.insight.queries import Trend, list_hot_issues_for, name_of_issue
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM


def test_reports_about_one_matter_are_found_and_named(street: World) -> None:
    refs = lamp_reports(street)
    report(street, "电梯里的镜子碎了")
    found = list_hot_issues_for(street.secretary.actor)
    assert [set(one.issue.members) for one in found.issues] == [set(refs)]
    hot = found.issues[0]
    assert (hot.people, hot.issue.reports, found.compared, found.cut) == (2, 3, 4, False)
    assert "翠苑小区" in name_of_issue(hot.issue)
    assert hot.issue.trend is Trend.RISING


def test_one_person_who_writes_often_counts_once(street: World) -> None:
    lamp_reports(street)
    alone = list_hot_issues_for(street.secretary.actor).issues[0]
    assert alone.heat < alone.issue.heat
    second_case(alone.key, street.entrance_head.person_id, actor=SYSTEM)
    more = list_hot_issues_for(street.secretary.actor).issues[0]
    assert (more.people, more.issue.seconders) == (3, 1)
    assert more.heat > alone.heat


def test_only_what_the_reader_may_see(street: World) -> None:
    lamp_reports(street)
    assert list_hot_issues_for(street.grid_leader.actor).issues
    assert not list_hot_issues_for(street.other_grid_leader.actor).issues
    assert not list_hot_issues_for(street.far_staff.actor).issues
    assert not list_hot_issues_for(street.resident.actor, on=Within(street.place("other_estate"))).issues


def test_a_smaller_ground_holds_less(street: World) -> None:
    lamp_reports(street)
    assert list_hot_issues_for(SYSTEM, on=Within(street.place("estate"))).issues
    assert not list_hot_issues_for(SYSTEM, on=Within(street.place("other_estate"))).compared


def test_only_the_period(street: World, monkeypatch: pytest.MonkeyPatch) -> None:
    lamp_reports(street)
    later = clock.now() + timedelta(days=40)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert not list_hot_issues_for(SYSTEM, days=30).issues
    assert list_hot_issues_for(SYSTEM, days=90).issues


def test_complaints_and_private_matters_are_left_out(street: World) -> None:
    about = street.seat("property_manager")
    for words in ("翠苑小区物业经理态度恶劣骂人", "翠苑小区物业经理态度很差"):
        report(street, words, about=about)
    for words in ("楼上夫妻天天吵架打架，请调解", "楼上邻居夫妻吵架打架，请来调解"):
        report(street, words)
    assert not list_hot_issues_for(street.secretary.actor).issues


def test_joined_reports_are_not_counted_again(street: World) -> None:
    first, second, third = lamp_reports(street)
    join_case(second, first, actor=street.secretary.actor)
    hot = list_hot_issues_for(street.secretary.actor).issues[0]
    assert set(hot.issue.members) == {first, third}
    assert hot.people == 2


@pytest.mark.django_db(transaction=True)
def test_asks_the_same_few_questions_however_many(
    street: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lamp_reports(street)
    list_hot_issues_for(street.secretary.actor)
    for n in range(6):
        report(street, f"翠苑小区北门第{n}个垃圾桶满了没人清", key="neighbour")
    with django_assert_num_queries(4):
        list_hot_issues_for(street.secretary.actor)
