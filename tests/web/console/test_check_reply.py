"""What an answer leaves open, shown while it is written."""

import pytest
from django.urls import reverse
from tests.insight.answering import GOOD, HOLLOW, sent
from tests.web.asking import picture, refuses
from tests.web.console.conftest import Desk, Report

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain

PART = {"HX-Request": "true"}


def address_of(ref: str, act: str = "outcome-settle") -> str:
    return reverse("console:check_reply", args=[ref, act])


def test_says_what_is_missing_beside_the_form(desk_of: Desk, report: Report) -> None:
    answer = desk_of("grid_leader").post(address_of(report()), {"note": HOLLOW}, headers=PART)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "只有客套话" in page
    assert "<html" not in page
    assert 'name="checked"' in page


def test_a_whole_answer_is_said_to_be(desk_of: Desk, report: Report) -> None:
    page = desk_of("grid_leader").post(address_of(report()), {"note": GOOD}, headers=PART).content.decode()
    assert "都写清楚了" in page


def test_nothing_written_nothing_said(desk_of: Desk, report: Report) -> None:
    desk = desk_of("grid_leader")
    ref = report()
    assert desk.post(address_of(ref), {"note": "  "}, headers=PART).content.strip() == b""
    told = {"words": HOLLOW, "audience": "internal"}
    assert desk.post(address_of(ref, "remark"), told, headers=PART).content.strip() == b""
    told = {"words": HOLLOW, "audience": "reporter"}
    assert "只有客套话" in desk.post(address_of(ref, "remark"), told, headers=PART).content.decode()


def test_without_javascript_the_form_comes_back_as_it_was(desk_of: Desk, report: Report) -> None:
    ref = report()
    filled = {"note": HOLLOW, "photos": picture()}
    page = desk_of("grid_leader").post(address_of(ref), filled).content.decode()
    assert "只有客套话" in page
    assert HOLLOW in page
    assert 'name="kept"' in page
    assert "请填写" not in page
    assert find_case_for(SYSTEM, ref).status == "open"


def test_never_blocks_and_records_that_it_was_seen(desk_of: Desk, report: Report) -> None:
    ref = report()
    filled = {"note": HOLLOW, "photos": picture(), "checked": "1"}
    settled = desk_of("grid_leader").post(reverse("console:take_outcome", args=[ref, "settle"]), filled)
    assert settled.status_code == 302
    drain()
    (row,) = sent(ref)
    assert row.shown is True
    page = desk_of("deputy").get(reverse("console:show_case", args=[ref])).content.decode()
    assert "只有客套话" in page
    owner = desk_of("grid_leader").get(reverse("console:show_case", args=[ref])).content.decode()
    assert "只有客套话" not in owner


def test_the_form_asks_for_the_check(desk_of: Desk, report: Report) -> None:
    page = desk_of("grid_leader").get(reverse("console:show_case", args=[report()])).content.decode()
    assert "outcome-settle/" in page
    assert "input delay:" in page


@pytest.mark.parametrize("act", ["outcome-nothing", "pause", "nonsense"])
def test_acts_without_an_answer_have_no_check(desk_of: Desk, report: Report, act: str) -> None:
    assert desk_of("grid_leader").post(address_of(report(), act), {"note": GOOD}).status_code == 404


def test_asked_while_it_was_being_sent_says_nothing(desk_of: Desk, report: Report) -> None:
    ref = report()
    desk = desk_of("grid_leader")
    desk.post(reverse("console:take_outcome", args=[ref, "settle"]), {"note": GOOD, "photos": picture()})
    late = desk.post(address_of(ref), {"note": GOOD}, headers=PART)
    assert (late.status_code, late.content.strip()) == (200, b"")


@pytest.mark.parametrize("key", ["other_grid_leader", "far_staff", "resident", "auditor"])
def test_outsiders_find_nothing(desk_of: Desk, report: Report, key: str) -> None:
    assert desk_of(key).post(address_of(report()), {"note": GOOD}).status_code == 404


def test_refuses_other_methods(desk_of: Desk, report: Report) -> None:
    assert refuses(desk_of("grid_leader"), address_of(report()), "get", "put", "delete")
