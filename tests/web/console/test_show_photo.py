"""Photos of a case, for whoever may read the case."""

from django.urls import reverse
from tests.web.asking import refuses, settle
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM


def address_of(ref: str) -> str:
    photo = next(one.ref for one in find_case_for(SYSTEM, ref).evidence if one.kind == "photo")
    return reverse("console:show_photo", args=[ref, photo])


def test_shows_it_whole_and_small(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    settle(world, ref)
    desk = desk_of("secretary")
    for address in (address_of(ref), address_of(ref) + "?small"):
        answer = desk.get(address)
        assert answer.headers["Content-Type"] == "image/jpeg"
        assert b"".join(answer.streaming_content)


def test_not_for_others_and_not_under_another_case(desk_of: Desk, report: Report, world: World) -> None:
    ref, other = report(), report("水管漏水，楼下都湿了", where="first_entrance")
    settle(world, ref)
    photo = address_of(ref).rpartition("/")[2]
    assert desk_of("far_staff").get(address_of(ref)).status_code == 404
    assert desk_of("secretary").get(reverse("console:show_photo", args=[other, photo])).status_code == 404
    assert refuses(desk_of("secretary"), address_of(ref), "post")
