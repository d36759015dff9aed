"""All cases one may see, narrowed by the address."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report

from gongzhi.kernel.refs import spoken

ADDRESS = "console:list_cases"


def test_shows_my_ground_and_nothing_else(desk_of: Desk, report: Report) -> None:
    here, there = report(), report("水管漏水，楼下都湿了", where="other_entrance")
    page = desk_of("secretary").get(reverse(ADDRESS)).content.decode()
    assert spoken(here) in page
    assert spoken(there) not in page


def test_an_empty_list_says_what_would_be_here(desk_of: Desk, report: Report) -> None:
    report()
    desk = desk_of("administrator")
    assert "一有，就会列在这里" in desk.get(reverse(ADDRESS)).content.decode()
    assert "去掉一个筛选" in desk.get(reverse(ADDRESS), {"status": "open"}).content.decode()


def test_narrows_by_state_words_and_place(desk_of: Desk, report: Report) -> None:
    lamp, water = report(), report("水管漏水，楼下都湿了", where="next_entrance")
    desk = desk_of("secretary")
    for asked, shown in (({"words": "水管漏水"}, water), ({"box": "scope", "status": "ended"}, "")):
        page = desk.get(reverse(ADDRESS), asked).content.decode()
        assert (spoken(shown) in page) if shown else (spoken(water) not in page)
        assert spoken(lamp) not in page


def test_a_filter_nobody_can_read_is_said_and_left_out(desk_of: Desk, report: Report) -> None:
    ref = report()
    answer = desk_of("secretary").get(reverse(ADDRESS), {"status": "nonsense", "since": "yesterday"})
    assert answer.status_code == 200
    assert spoken(ref) in answer.content.decode()


def test_pages_go_on_where_the_last_ended(desk_of: Desk, report: Report) -> None:
    refs = {spoken(report(f"第{n}处路灯不亮，天黑看不见路")) for n in range(31)}
    desk = desk_of("secretary")
    first = desk.get(reverse(ADDRESS)).content.decode()
    onward = first.partition('class="btn" href="?')[2].partition('"')[0].replace("&amp;", "&")
    second = desk.get(f"{reverse(ADDRESS)}?{onward}").content.decode()
    seen = {ref for ref in refs if ref in first}
    assert len(seen) == 30
    assert {ref for ref in refs if ref in second} == refs - seen


@pytest.mark.django_db(transaction=True)
def test_asks_at_most_15_questions(
    desk_of: Desk, report: Report, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    desk = desk_of("secretary")
    for n in range(5):
        report(f"第{n}处路灯不亮，天黑看不见路")
    desk.get(reverse(ADDRESS))
    with django_assert_max_num_queries(15):
        desk.get(reverse(ADDRESS))


def test_refuses_outsiders_and_other_methods(desk_of: Desk, visitor: Client) -> None:
    assert visitor.get(reverse(ADDRESS)).url.startswith(reverse("console:sign_in"))
    assert desk_of("resident").get(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "post")
