"""Another matter: remembered."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report

ADDRESS = reverse("console:tell_reports_apart")
GROUPS = reverse("console:list_same_matter")


def test_is_not_offered_again(desk_of: Desk, report: Report) -> None:
    one, other = report("三层楼道的灯不亮了"), report("楼道灯不亮，摸黑上楼")
    desk = desk_of("grid_leader")
    asked = {"apart": other, "member": [one, other], "back": GROUPS}
    page = desk.post(ADDRESS, asked, follow=True).content.decode()
    assert "same-group" not in page
    near = desk.get(reverse("console:show_near", args=[one])).content.decode()
    assert reverse("console:act_on_case", args=[one, "join"]) not in near


def test_leads_back_to_this_house_only(desk_of: Desk, report: Report) -> None:
    one, other = report("三层楼道的灯不亮了"), report("楼道灯不亮，摸黑上楼")
    asked = {"apart": other, "member": [one], "back": "https://elsewhere.example/"}
    assert desk_of("grid_leader").post(ADDRESS, asked).url == GROUPS


def test_nothing_one_may_not_read(desk_of: Desk, report: Report) -> None:
    one, far = report("三层楼道的灯不亮了"), report("三层楼道的灯不亮了", "far_entrance")
    assert desk_of("grid_leader").post(ADDRESS, {"apart": far, "member": [one]}).status_code == 404
    assert desk_of("far_staff").post(ADDRESS, {"apart": far, "member": [one]}).status_code == 404
    assert refuses(desk_of("grid_leader"), ADDRESS, "get")
