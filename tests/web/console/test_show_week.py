"""The rates of this week on my ground."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report

ADDRESS = "console:show_week"


def test_few_cases_are_not_told(desk_of: Desk, report: Report) -> None:
    report()
    page = desk_of("grid_leader").get(reverse(ADDRESS)).content.decode()
    assert "件数太少" in page


def test_tiles_alone_for_the_desk_and_nothing_without_ground(desk_of: Desk) -> None:
    tiles = desk_of("secretary").get(reverse(ADDRESS), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in tiles
    assert "没有可统计的辖区" in desk_of("section").get(reverse(ADDRESS)).content.decode()


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("resident").get(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "post")
