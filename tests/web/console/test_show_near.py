"""What else runs around a case."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report

from gongzhi.kernel.refs import spoken


def address_of(ref: str) -> str:
    return reverse("console:show_near", args=[ref])


def test_names_likely_cases_and_offers_to_join(desk_of: Desk, report: Report) -> None:
    former, later = report(), report("三层楼道灯不亮", by="neighbour")
    page = desk_of("grid_leader").get(address_of(later)).content.decode()
    assert spoken(former) in page
    assert reverse("console:act_on_case", args=[later, "join"]) in page
    assert "<svg" in page


def test_shows_nothing_one_may_not_read(desk_of: Desk, report: Report) -> None:
    ref = report()
    assert desk_of("far_staff").get(address_of(ref)).status_code == 404
    assert desk_of("grid_leader").get(address_of(ref), headers={"HX-Request": "true"}).status_code == 200
    assert refuses(desk_of("grid_leader"), address_of(ref), "post")
