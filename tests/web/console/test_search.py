"""The box at the top."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.kernel.refs import is_ref, spoken
from gongzhi.registry.queries import list_looks_at
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


def test_the_box_is_posted_and_leads_to_the_same(desk_of: Desk, report: Report, world: World) -> None:
    ref, desk = report(), desk_of("secretary")
    assert desk.post(reverse(ADDRESS), {"q": spoken(ref)}).url == reverse("console:show_case", args=[ref])
    answer = desk.post(reverse(ADDRESS), {"q": "灯不亮"}, follow=True)
    assert answer.redirect_chain == [
        (f"{reverse('console:list_cases')}?words=%E7%81%AF%E4%B8%8D%E4%BA%AE", 302)
    ]
    assert spoken(ref) in answer.content.decode()
    page = desk.get(reverse("console:workbench")).content.decode()
    assert f'<form class="search" role="search" method="post" action="{reverse(ADDRESS)}">' in page


@pytest.mark.parametrize("way", ["get", "post"])
@pytest.mark.parametrize("typed", ["{}", " +86 {} ", "灯坏了，电话{}"])
def test_telephone_numbers_are_not_looked_up(desk_of: Desk, world: World, way: str, typed: str) -> None:
    asked = {"q": typed.format(world.resident.phone)}
    answer = getattr(desk_of("secretary"), way)(reverse(ADDRESS), asked, follow=True)
    assert answer.redirect_chain == [(reverse("console:list_cases"), 302)]
    assert "手机号" in answer.content.decode()
    assert world.resident.phone not in answer.content.decode()


def test_whoever_answers_calls_is_led_to_where_they_are(desk_of: Desk, world: World) -> None:
    answer = desk_of("duty_desk").get(reverse(ADDRESS), {"q": world.resident.phone}, follow=True)
    assert answer.redirect_chain == [(reverse("console:find_caller"), 302)]
    assert world.resident.phone not in answer.content.decode()


def test_the_number_comes_along_in_the_body_alone(desk_of: Desk, world: World) -> None:
    asked = {"q": f"{world.resident.phone} 来电"}
    answer = desk_of("duty_desk").post(reverse(ADDRESS), asked, follow=True)
    assert answer.redirect_chain == [(reverse("console:find_caller"), 307)]
    assert f'value="{world.resident.phone}"' in answer.content.decode()
    assert not list_looks_at(actor=world.resident.actor)


def test_a_number_in_town_that_passes_for_a_case_is_none(desk_of: Desk) -> None:
    number = next(one for n in range(10) if is_ref(one := f"05718800123{n}"))
    answer = desk_of("secretary").post(reverse(ADDRESS), {"q": number})
    assert answer.url == reverse("console:list_cases")


def test_a_post_needs_its_token(world: World) -> None:
    desk = world.sign_in(Client(enforce_csrf_checks=True), "duty_desk")
    assert desk.post(reverse(ADDRESS), {"q": "灯不亮"}).status_code == 403


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    for way in ("get", "post"):
        assert getattr(desk_of("resident"), way)(reverse(ADDRESS), {"q": "灯"}).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "put", "delete")


def test_a_pasted_page_is_searched_for_by_its_beginning(desk_of: Desk) -> None:
    """So long an address no browser follows: it used to be refused, and what was typed was gone."""
    for address, name in ((ADDRESS, "q"), ("console:narrow_cases", "words")):
        answer = desk_of("secretary").post(reverse(address), {name: "长" * 9000}, follow=True)
        assert answer.status_code == 200
        assert "长" * 90 in answer.content.decode()
