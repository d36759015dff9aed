"""Staff do their step."""

import pytest
from django.urls import reverse
from tests.web.asking import picture, refuses
from tests.web.console.conftest import Desk, Report

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM


def address_of(ref: str, outcome: str = "settle") -> str:
    return reverse("console:take_outcome", args=[ref, outcome])


def test_settles_with_a_photo_and_words(desk_of: Desk, report: Report) -> None:
    ref = report()
    filled = {"note": "换了灯头，试了亮", "photos": picture()}
    answer = desk_of("grid_leader").post(address_of(ref), filled)
    assert answer.url == reverse("console:show_case", args=[ref])
    assert find_case_for(SYSTEM, ref).status == "confirming"


def test_goes_back_to_the_list_it_came_from_and_nowhere_else(desk_of: Desk, report: Report) -> None:
    desk = desk_of("grid_leader")
    back = reverse("console:workbench") + "?step=accept"
    assert desk.post(address_of(report(), "accept"), {"note": "马上去看", "back": back}).url == back
    ref = report("二楼的灯也坏了", where="first_entrance")
    away = desk.post(address_of(ref, "accept"), {"note": "马上去看", "back": "https://example.org/"})
    assert away.url == reverse("console:show_case", args=[ref])


def test_says_what_is_missing_and_keeps_the_photo(desk_of: Desk, report: Report) -> None:
    ref = report()
    desk = desk_of("grid_leader")
    answer = desk.post(address_of(ref), {"note": "", "photos": picture()})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "请填写" in page
    token = page.partition('name="kept" value="')[2].partition('"')[0]
    assert desk.post(address_of(ref), {"note": "换了灯头", "kept": token}).status_code == 302


def test_a_photo_is_asked_for(desk_of: Desk, report: Report) -> None:
    answer = desk_of("grid_leader").post(address_of(report()), {"note": "换了灯头，试了亮"})
    assert answer.status_code == 400
    assert "请加一张照片" in answer.content.decode()


def test_a_return_names_whose_it_is(desk_of: Desk, report: Report) -> None:
    answer = desk_of("grid_leader").post(address_of(report(), "return"), {"reason": "不是我们网格的"})
    assert answer.status_code in (400, 409)


def test_the_second_to_press_is_told(desk_of: Desk, report: Report) -> None:
    ref = report()
    seen = find_case_for(SYSTEM, ref).events
    desk = desk_of("grid_leader")
    desk.post(address_of(ref), {"note": "换了灯头", "photos": picture(), "seen": seen})
    late = desk.post(address_of(ref), {"note": "换了灯头", "photos": picture(), "seen": seen})
    assert late.status_code == 409


@pytest.mark.parametrize("key", ["other_grid_leader", "far_staff", "resident"])
def test_outsiders_find_nothing(desk_of: Desk, report: Report, key: str) -> None:
    assert desk_of(key).post(address_of(report()), {"note": "换了灯头"}).status_code == 404


def test_whoever_sees_but_does_not_own_is_told_so(desk_of: Desk, report: Report) -> None:
    answer = desk_of("secretary").post(address_of(report()), {"note": "换了灯头", "photos": picture()})
    assert answer.status_code == 409


def test_refuses_other_methods(desk_of: Desk, report: Report) -> None:
    assert refuses(desk_of("grid_leader"), address_of(report()), "get", "put")


def test_what_was_written_too_late_is_not_lost(desk_of: Desk, report: Report) -> None:
    ref = report()
    address = reverse("console:take_outcome", args=[ref, "no-such-outcome"])
    answer = desk_of("grid_leader").post(address, {"note": "灯头换好了，试过三次"})
    assert answer.status_code == 409
    assert "灯头换好了，试过三次" in answer.content.decode()
