"""Hot issues of my ground: the list, one opened beside it, and who finds them."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.insight.reporting import lamp_reports
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.kernel.refs import spoken
from gongzhi.territory.queries import get_area, get_place

ADDRESS = "console:list_hot_issues"


def read(client: Client, **asked: str) -> str:
    return client.get(reverse(ADDRESS), asked).content.decode()


def test_lists_what_is_written_about_repeatedly(desk_of: Desk, world: World) -> None:
    lamp_reports(world)
    page = read(desk_of("secretary"))
    assert "翠苑小区" in page
    assert "楼道照明" in page
    assert "上升" in page
    assert 'aria-current="page"' in page


def test_opens_one_with_its_reports_beside_the_list(desk_of: Desk, world: World) -> None:
    first, second, third = lamp_reports(world)
    page = read(desk_of("secretary"), issue=first)
    assert all(spoken(ref) in page for ref in (first, second, third))
    assert reverse("console:make_joint_case") in page
    assert reverse("console:propose_topic") in page


def test_ground_and_period_are_in_the_address(desk_of: Desk, world: World) -> None:
    lamp_reports(world)
    other = get_place(world.place("other_community")).ref
    deputy = desk_of("deputy")
    assert "楼道照明" in read(deputy, ground=get_place(world.place("community")).ref, days="7")
    assert "楼道照明" not in read(deputy, ground=other, days="90")
    assert "楼道照明" in read(deputy, ground="nonsense", days="no", issue="none")


def test_follows_the_ground_one_stands_on(desk_of: Desk, world: World) -> None:
    lamp_reports(world)
    deputy, stand = desk_of("deputy"), reverse("console:choose_ground")
    grid, next_grid = (get_area(world.areas[key]).ref for key in ("grid", "next_grid"))
    other = get_place(world.place("other_community")).ref
    for code, found in ((f"area:{grid}", True), (f"area:{next_grid}", False), (f"place:{other}", False)):
        deputy.post(stand, {"ground": code})
        page = read(deputy, ground=get_place(world.place("community")).ref)
        assert ("楼道照明" in page) is found
        assert "standing" in page and 'name="ground" value=""' in page
        assert '<select class="input narrow" id="id_ground"' not in page
    deputy.post(stand, {"ground": ""})
    assert "楼道照明" in read(deputy)


def test_nobody_sees_beyond_their_ground(desk_of: Desk, world: World) -> None:
    ref = lamp_reports(world)[0]
    for key in ("other_grid_leader", "far_staff", "section"):
        page = read(desk_of(key), issue=ref)
        assert "楼道照明" not in page
        assert spoken(ref) not in page


def test_who_may_not_dispatch_finds_no_dead_buttons(desk_of: Desk, world: World) -> None:
    ref = lamp_reports(world)[0]
    page = read(desk_of("grid_leader"), issue=ref)
    assert spoken(ref) in page
    assert 'name="title"' not in page
    assert 'name="words"' not in page


@pytest.mark.django_db(transaction=True)
def test_asks_at_most_15_questions(
    desk_of: Desk, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ref = lamp_reports(world)[0]
    desk = desk_of("secretary")
    read(desk)
    with django_assert_max_num_queries(15):
        read(desk, issue=ref)


def test_refuses_outsiders_and_other_methods(desk_of: Desk, visitor: Client) -> None:
    assert visitor.get(reverse(ADDRESS)).url.startswith(reverse("console:sign_in"))
    assert desk_of("resident").get(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "post")
