"""The ground one stands on: one community or grid of what one may see, for lists, workbench and map."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.kernel.refs import spoken
from gongzhi.territory.queries import get_area, get_place

ADDRESS = "console:choose_ground"


def grid(world: World, key: str) -> str:
    return f"area:{get_area(world.areas[key]).ref}"


def community(world: World, key: str = "community") -> str:
    return f"place:{get_place(world.place(key)).ref}"


def cases_on(desk: Client, **asked: str) -> str:
    return desk.get(reverse("console:list_cases"), asked).content.decode()


def test_offers_what_lies_below_and_nothing_beside(desk_of: Desk, world: World) -> None:
    page = desk_of("secretary").get(reverse(ADDRESS)).content.decode()
    assert community(world) in page
    assert grid(world, "grid") in page
    assert community(world, "other_community") not in page
    assert community(world, "other_community") in desk_of("deputy").get(reverse(ADDRESS)).content.decode()


def test_narrows_list_workbench_map_and_export_until_it_is_left(
    desk_of: Desk, report: Report, world: World
) -> None:
    lamp, water = report(), report("水管漏水，楼下都湿了", where="next_entrance")
    desk = desk_of("secretary")
    desk.post(reverse(ADDRESS), {"ground": grid(world, "next_grid"), "next": reverse("console:list_cases")})
    page = cases_on(desk)
    assert spoken(water) in page
    assert spoken(lamp) not in page
    spots = desk.get(reverse("console:map_layers")).json()["spots"]
    assert [spot["ref"] for spot in spots] == [water]
    assert get_area(world.areas["next_grid"]).name in desk.get(reverse("console:workbench")).content.decode()
    desk.post(reverse(ADDRESS), {"ground": ""})
    assert spoken(lamp) in cases_on(desk)


def test_the_desk_shows_only_its_own_cases_of_that_ground(
    desk_of: Desk, report: Report, world: World
) -> None:
    ref = report()
    desk = desk_of("grid_leader")
    assert spoken(ref) in desk.get(reverse("console:workbench")).content.decode()
    assert desk.post(reverse(ADDRESS), {"ground": grid(world, "next_grid")}).status_code == 404
    assert spoken(ref) in desk.get(reverse("console:workbench")).content.decode()


def test_never_shows_more_than_before(desk_of: Desk, report: Report, world: World) -> None:
    """Beside one's own ground there is nothing; a ground lost since counts as none."""
    report()
    desk = desk_of("secretary")
    there = report("水管漏水，楼下都湿了", where="other_entrance")
    for code in (community(world, "other_community"), grid(world, "other_grid"), "place:9999", "nonsense"):
        assert desk.post(reverse(ADDRESS), {"ground": code}).status_code == 404
    session = desk.session
    session["console_ground"] = community(world, "other_community")
    session.save()
    assert spoken(there) not in cases_on(desk)


def test_leads_back_only_into_this_house(desk_of: Desk, world: World) -> None:
    desk = desk_of("deputy")
    here = desk.post(reverse(ADDRESS), {"ground": community(world), "next": reverse("console:map")})
    assert here.url == reverse("console:map")
    away = desk.post(reverse(ADDRESS), {"ground": "", "next": "https://elsewhere.example/"})
    assert away.url == reverse("console:workbench")


def test_refuses_outsiders_and_other_methods(desk_of: Desk, visitor: Client) -> None:
    assert visitor.get(reverse(ADDRESS)).url.startswith(reverse("console:sign_in"))
    assert desk_of("resident").post(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "put", "delete")
