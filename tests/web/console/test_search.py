"""The box at the top."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.kernel.refs import spoken
from gongzhi.territory.queries import get_place

ADDRESS = "console:search"


def test_a_number_leads_to_its_case(desk_of: Desk, report: Report) -> None:
    ref = report()
    answer = desk_of("secretary").get(reverse(ADDRESS), {"q": spoken(ref)})
    assert answer.url == reverse("console:show_case", args=[ref])


def test_an_address_leads_to_its_cases_and_words_to_theirs(desk_of: Desk, world: World) -> None:
    desk = desk_of("secretary")
    building = get_place(world.place("building")).ref
    assert f"place={building}" in desk.get(reverse(ADDRESS), {"q": "翠苑小区3号楼"}).url
    assert "words=" in desk.get(reverse(ADDRESS), {"q": "灯不亮"}).url


def test_telephone_numbers_are_not_looked_up(desk_of: Desk, world: World) -> None:
    answer = desk_of("secretary").get(reverse(ADDRESS), {"q": world.resident.phone}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("console:list_cases")
    assert "手机号" in answer.content.decode()


def test_whoever_answers_calls_is_led_to_where_they_are(desk_of: Desk, world: World) -> None:
    answer = desk_of("duty_desk").get(reverse(ADDRESS), {"q": world.resident.phone}, follow=True)
    assert answer.redirect_chain == [(reverse("console:find_caller"), 302)]
    assert world.resident.phone not in answer.content.decode()


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("resident").get(reverse(ADDRESS), {"q": "灯"}).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "post")
