"""Which hands, on the small street."""

from dataclasses import replace

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.routing.test_publish_list import ONE
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all
from gongzhi.parties.actions import end_holding
from gongzhi.routing.queries import (
    PathFault,
    ReportFacts,
    decide_path,
    guess_category,
    list_danger_words,
    list_faults,
)

LAMP = "三层楼道灯不亮"


def report(world: World, text: str = LAMP, place: str = "entrance", **known: object) -> ReportFacts:
    return replace(ReportFacts(text, "page", place_id=world.place(place)), **known)  # type: ignore[arg-type]


def test_a_small_matter_goes_straight_to_the_grid_leader(street: World) -> None:
    made = decide_path(report(street))
    assert (made.path, made.category, made.seat_id) == ("9", "corridor-lighting", street.seat("grid_leader"))
    assert made.helper_seat_ids == (street.seat("property_manager"),)
    assert made.area_id == street.areas["grid"]
    assert "柳荫1-1微网格" in made.reason.zh
    assert "“灯不亮”" in made.reason.zh
    assert "路径 9" in made.reason.zh
    assert "path 9" in made.reason.en


@pytest.mark.parametrize(
    ("text", "place", "path", "who"),
    [
        ("这里有燃气味", "entrance", "1", "grid_leader"),
        ("门口有人聚集堵路", "community", "2", "leader"),
        ("整个小区停水了", "estate", "3", "deputy"),
        ("消防通道堵了", "next_entrance", "6", "next_grid_leader"),
        ("垃圾没人收", "unmanaged_entrance", "7", "next_grid_leader"),
        ("路边垃圾没人收", "community", "8", "section"),
        ("楼上半夜噪音扰民", "entrance", "10", "secretary"),
        ("物业费乱收", "entrance", "11", "section"),
    ],
)
def test_each_path(street: World, text: str, place: str, path: str, who: str) -> None:
    made = decide_path(report(street, text, place))
    assert (made.path, made.seat_id, made.desk) == (path, street.seat(who), "")


def test_where_nobody_manages_the_self_committee_helps(street: World) -> None:
    made = decide_path(report(street, "垃圾没人收", "unmanaged_entrance"))
    assert street.seat("self_committee") in made.helper_seat_ids


def test_danger_jumps_the_queue(street: World) -> None:
    made = decide_path(report(street, "这里有燃气味"))
    assert made.urgency == "critical"
    assert made.alarm is not None
    assert made.alarm.number == "119"
    assert street.seat("deputy") in made.helper_seat_ids


def test_no_place_is_the_duty_desks(street: World) -> None:
    made = decide_path(ReportFacts(LAMP, "page"))
    assert (made.desk, made.path) == ("no-place", "")
    assert made.category == "corridor-lighting"
    assert "转值班台" in made.reason.zh


def test_words_that_name_nothing_are_the_duty_desks(street: World) -> None:
    made = decide_path(report(street, "嗯嗯好的"))
    assert (made.desk, made.seat_id, made.category) == ("no-category", street.seat("duty_desk"), "")


def test_a_hotline_order_needs_no_category(street: World) -> None:
    made = decide_path(report(street, "嗯嗯好的", channel="hotline"))
    assert (made.path, made.seat_id, made.desk) == ("4", street.seat("secretary"), "")


def test_a_post_nobody_holds_rings(street: World) -> None:
    end_holding(street.leader.holding_id, actor=SYSTEM)
    made = decide_path(report(street, "门口有人聚集堵路", "community"))
    assert (made.desk, made.seat_id) == ("no-seat", street.seat("duty_desk"))
    assert "没有人" in made.reason.zh


def test_whoever_is_complained_of_is_skipped_going_one_up(street: World) -> None:
    made = decide_path(report(street, "楼上半夜噪音扰民", about_seat_id=street.seat("secretary")))
    assert made.seat_id == street.seat("deputy")
    assert "避开" in made.reason.zh


def test_the_company_complained_of_does_not_help(street: World) -> None:
    made = decide_path(report(street, about_seat_id=street.seat("property_manager")))
    assert made.helper_seat_ids == ()


def test_a_chosen_item_goes_before_words(street: World) -> None:
    made = decide_path(report(street, "坏了好几天", item="parking"))
    assert (made.category, made.confidence) == ("parking", 100)
    assert "报送人选定" in made.reason.zh


def test_costs_one_query_or_none(street: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    decide_path(report(street))
    stamps = current_all()
    with django_assert_num_queries(0):
        decide_path(report(street), stamps=stamps)
    with django_assert_num_queries(1):
        decide_path(report(street))


def test_faults_of_the_list_in_force_and_of_a_text(street: World) -> None:
    assert {fault.kind for fault in list_faults()} == {"overlap"}
    twice = ONE + ONE.split("paths:\n")[1].replace('"1"', '"2"')
    assert list_faults(twice) == (PathFault("dead", "2", other="1"),)


def test_words_for_the_phone_and_a_guess(street: World) -> None:
    assert "着火" in list_danger_words()
    assert guess_category(LAMP).code == "corridor-lighting"
