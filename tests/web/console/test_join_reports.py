"""Chosen reports become one case."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM

ADDRESS = reverse("console:join_reports")
SAID = ("三层楼道的灯不亮了", "楼道灯不亮，摸黑上楼", "楼道的灯全黑")


def test_joins_the_chosen_into_the_lead(desk_of: Desk, report: Report) -> None:
    lead, one, other = report(SAID[0]), report(SAID[1], by="neighbour"), report(SAID[2], by="stranger")
    desk = desk_of("grid_leader")
    back = reverse("console:list_same_matter") + "?days=7"
    assert desk.post(ADDRESS, {"lead": lead, "chosen": [lead, one], "back": back}).url == back
    assert find_case_for(SYSTEM, one).result == "joined"
    assert find_case_for(SYSTEM, lead).followers == 1
    assert find_case_for(SYSTEM, other).status == "open"


def test_says_what_could_not_be_joined(desk_of: Desk, report: Report) -> None:
    lead, one = report(SAID[0]), report(SAID[1], by="neighbour")
    asked = {"lead": lead, "chosen": [lead, one]}
    answer = desk_of("auditor").post(ADDRESS, asked, follow=True)
    assert find_case_for(SYSTEM, one).status == "open"
    assert 'class="note' in answer.content.decode() or answer.status_code == 404


def test_one_alone_is_nothing_to_join(desk_of: Desk, report: Report) -> None:
    lead = report(SAID[0])
    answer = desk_of("grid_leader").post(ADDRESS, {"lead": lead, "chosen": [lead]}, follow=True)
    assert "至少" in answer.content.decode()


def test_nothing_one_may_not_read(desk_of: Desk, report: Report) -> None:
    lead, far = report(SAID[0]), report(SAID[0], "far_entrance")
    desk = desk_of("grid_leader")
    assert desk.post(ADDRESS, {"lead": lead, "chosen": [far]}).status_code == 404
    assert desk.post(ADDRESS, {"lead": far, "chosen": [lead]}).status_code == 404
    assert desk.post(ADDRESS, {}).status_code == 404
    assert find_case_for(SYSTEM, far).status == "open"
    assert refuses(desk, ADDRESS, "get")
