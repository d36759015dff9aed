"""The filters of the list, posted, so that no telephone number gets into an address."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.kernel.refs import spoken

ADDRESS = "console:narrow_cases"
LIST = "console:list_cases"


def test_leads_to_the_address_that_says_the_filters(desk_of: Desk, report: Report) -> None:
    ref, other = report(), report("楼门口的井盖松了")
    asked = {"words": "灯不亮", "box": "scope", "status": "", "sort": "newest", "late": ""}
    answer = desk_of("secretary").post(reverse(ADDRESS), asked, follow=True)
    ((address, status),) = answer.redirect_chain
    assert status == 302
    assert address == f"{reverse(LIST)}?words=%E7%81%AF%E4%B8%8D%E4%BA%AE&box=scope&sort=newest"
    page = answer.content.decode()
    assert spoken(ref) in page and spoken(other) not in page


def test_a_number_among_the_words_is_left_out(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    asked = {"words": f"灯 {world.resident.phone}", "box": "scope"}
    answer = desk_of("secretary").post(reverse(ADDRESS), asked, follow=True)
    assert answer.redirect_chain == [(f"{reverse(LIST)}?box=scope", 302)]
    page = answer.content.decode()
    assert "手机号" in page and spoken(ref) in page and world.resident.phone not in page


def test_an_address_that_holds_one_is_left_at_once(desk_of: Desk, world: World) -> None:
    asked = {"words": world.resident.phone, "status": "active"}
    answer = desk_of("secretary").get(reverse(LIST), asked, follow=True)
    assert answer.redirect_chain == [(f"{reverse(LIST)}?status=active", 302)]
    page = answer.content.decode()
    assert "手机号" in page and world.resident.phone not in page


def test_a_filter_nobody_can_read_is_said(desk_of: Desk) -> None:
    answer = desk_of("secretary").post(reverse(ADDRESS), {"since": "yesterday"}, follow=True)
    assert answer.redirect_chain == [(f"{reverse(LIST)}?since=yesterday", 302)]


def test_refuses_outsiders_and_other_methods(desk_of: Desk, visitor: Client) -> None:
    assert visitor.post(reverse(ADDRESS)).url.startswith(reverse("console:sign_in"))
    assert desk_of("resident").post(reverse(ADDRESS), {"words": "灯"}).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "get")
