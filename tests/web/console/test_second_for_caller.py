"""Whoever calls has the same: no second case."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM


def address_of(ref: str) -> str:
    return reverse("console:second_for_caller", args=[ref])


def test_the_outlook_offers_it_while_one_types(desk_of: Desk, report: Report) -> None:
    ref = report()
    typed = {"words": "楼道灯不亮", "address": "翠苑小区3号楼2单元"}
    page = desk_of("grid_leader").post(reverse("console:foresee"), typed).content.decode()
    assert address_of(ref) in page


def test_the_outlook_looks_anywhere_while_no_place_is_known(desk_of: Desk, report: Report) -> None:
    ref = report()
    typed = {"words": "三层楼道的灯不亮", "address": "金星大厦"}
    here, far = (
        desk_of(key).post(reverse("console:foresee"), typed).content.decode()
        for key in ("grid_leader", "far_staff")
    )
    assert address_of(ref) in here and address_of(ref) not in far


def test_the_caller_follows_with_their_own_words(desk_of: Desk, report: Report) -> None:
    ref = report()
    asked = {"caller_phone": "13800007778", "words": "我家门口也黑"}
    answer = desk_of("grid_leader").post(address_of(ref), asked)
    assert answer.url == reverse("console:show_case", args=[ref])
    assert find_case_for(SYSTEM, ref).followers == 1
    desk_of("grid_leader").post(address_of(ref), asked)
    assert find_case_for(SYSTEM, ref).followers == 1


def test_needs_a_phone(desk_of: Desk, report: Report) -> None:
    ref = report()
    for phone in ("", "12"):
        desk_of("grid_leader").post(address_of(ref), {"caller_phone": phone})
    assert find_case_for(SYSTEM, ref).followers == 0


def test_only_on_ones_own_ground(desk_of: Desk, report: Report, world: World) -> None:
    ref, asked = report(), {"caller_phone": "13800007778"}
    for key in ("far_staff", "section", "resident"):
        assert desk_of(key).post(address_of(ref), asked).status_code == 404, key
    assert find_case_for(SYSTEM, ref).followers == 0
    assert refuses(desk_of("grid_leader"), address_of(ref), "get")
