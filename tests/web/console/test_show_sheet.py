"""The page of one grid for 7:50."""

from datetime import timedelta

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.kernel import clock
from gongzhi.kernel.refs import spoken
from gongzhi.territory.queries import get_area


def address_of(world: World, key: str = "grid") -> str:
    return reverse("console:show_sheet", args=[get_area(world.areas[key]).ref])


def test_shows_what_is_late_and_who_is_there(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    with clock.frozen(clock.now() + timedelta(days=40)):
        page = desk_of("secretary").get(address_of(world)).content.decode()
    assert spoken(ref) in page
    assert world.grid_leader.name in page


def test_only_grids_of_my_ground(desk_of: Desk, world: World) -> None:
    assert desk_of("secretary").get(address_of(world, "other_grid")).status_code == 404
    assert desk_of("grid_leader").get(address_of(world, "next_grid")).status_code == 404
    assert refuses(desk_of("secretary"), address_of(world), "post")
