"""Which grids a sheet can be printed of."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.territory.queries import get_area

ADDRESS = "console:list_sheets"


def test_lists_the_grids_of_my_ground(desk_of: Desk, world: World) -> None:
    page = desk_of("secretary").get(reverse(ADDRESS)).content.decode()
    assert get_area(world.areas["grid"]).ref in page
    assert get_area(world.areas["other_grid"]).ref not in page


def test_a_single_grid_is_shown_at_once(desk_of: Desk, world: World) -> None:
    answer = desk_of("grid_leader").get(reverse(ADDRESS))
    assert answer.url == reverse("console:show_sheet", args=[get_area(world.areas["grid"]).ref])


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("section").get(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "post")
