"""Where a point or some words may mean."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.world import World

from gongzhi.territory.queries import get_place

ADDRESS = reverse("resident:find_places")


def test_finds_an_address(world: World, visitor: Client) -> None:
    page = visitor.get(ADDRESS, {"words": "翠苑3#二单元"}).content.decode()
    assert get_place(world.place("entrance")).ref in page


def test_finds_a_point_and_what_it_lies_in(world: World, visitor: Client) -> None:
    page = visitor.get(ADDRESS, {"lat": "36.1002", "lng": "120.1002"}).content.decode()
    assert get_place(world.place("building")).ref in page


def test_says_so_when_it_knows_none(world: World, visitor: Client) -> None:
    page = visitor.get(ADDRESS, {"words": "月亮湾", "lat": "x"}).content.decode()
    assert "没找到这个地方" in page


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "post", "put")
