"""Answers that left something open, for whoever supervises."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.insight.answering import GOOD, HOLLOW, settle
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.cases.actions import confirm_result
from gongzhi.insight.queries import sent
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.refs import spoken
from gongzhi.territory.queries import get_area, get_place

ADDRESS = "console:list_sent_answers"


def test_counts_by_post_and_names_nobody(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    settle(world, ref, HOLLOW)
    confirm_result(ref, solved=False, actor=world.people["resident"].actor, reason="same")
    drain()
    page = desk_of("deputy").get(reverse(ADDRESS)).content.decode()
    assert "只有客套话" in page
    assert "网格长" in page
    assert "没看到提示" in page
    assert world.people["grid_leader"].name not in page.partition("<main")[2]


def test_an_answer_that_says_all_is_counted_but_not_listed(
    desk_of: Desk, report: Report, world: World
) -> None:
    settle(world, report(), GOOD)
    page = desk_of("deputy").get(reverse(ADDRESS)).content.decode()
    assert "每条答复都说清楚了" in page


def test_an_empty_page_says_how_it_fills(desk_of: Desk) -> None:
    assert "有人答复居民后" in desk_of("deputy").get(reverse(ADDRESS)).content.decode()


def test_another_street_sees_none_of_it(desk_of: Desk, report: Report, world: World) -> None:
    settle(world, report(), HOLLOW)
    answer = desk_of("far_staff").get(reverse(ADDRESS))
    assert answer.status_code == 404 or "只有客套话" not in answer.content.decode()


def test_follows_the_ground_one_stands_on(desk_of: Desk, report: Report, world: World) -> None:
    ref, desk = report(), desk_of("deputy")
    settle(world, ref, HOLLOW)
    grid, next_grid = (get_area(world.areas[key]).ref for key in ("grid", "next_grid"))
    other = get_place(world.place("other_community")).ref
    for code, found in ((f"area:{grid}", True), (f"area:{next_grid}", False), (f"place:{other}", False)):
        desk.post(reverse("console:choose_ground"), {"ground": code})
        page = desk.get(reverse(ADDRESS)).content.decode()
        assert (spoken(ref) in page) is found, code
        assert ("有人答复居民后" in page) is not found
        assert "note standing" in page
    desk.post(reverse("console:choose_ground"), {"ground": ""})
    page = desk.get(reverse(ADDRESS)).content.decode()
    assert spoken(ref) in page and "note standing" not in page


def test_answers_elsewhere_hide_none_of_the_ground_one_stands_on(
    desk_of: Desk, report: Report, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent, "READ", 1)
    here, there = report(), report(where="next_entrance")
    settle(world, here, HOLLOW)
    settle(world, there, HOLLOW)
    desk = desk_of("deputy")
    page = desk.get(reverse(ADDRESS)).content.decode()
    assert spoken(there) in page and spoken(here) not in page and "只统计最近的" in page
    desk.post(reverse("console:choose_ground"), {"ground": f"area:{get_area(world.areas['grid']).ref}"})
    page = desk.get(reverse(ADDRESS)).content.decode()
    assert spoken(here) in page and "只统计最近的" not in page


@pytest.mark.parametrize("key", ["grid_leader", "entrance_head", "resident"])
def test_outsiders_find_nothing(desk_of: Desk, key: str) -> None:
    assert desk_of(key).get(reverse(ADDRESS)).status_code == 404


def test_more_answers_ask_no_more_queries(
    desk_of: Desk, report: Report, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    desk = desk_of("deputy")
    for _each in range(3):
        settle(world, report(), HOLLOW)
    desk.get(reverse(ADDRESS))
    with django_assert_max_num_queries(12):
        desk.get(reverse(ADDRESS))


def test_refuses_other_methods(desk_of: Desk) -> None:
    assert refuses(desk_of("deputy"), reverse(ADDRESS), "post", "put", "delete")
