"""The number of the plate was typed."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.world import World

from gongzhi.territory.queries import get_place

ADDRESS = reverse("resident:choose_entrance")


def test_this_phone_is_here_from_now_on(world: World, visitor: Client) -> None:
    entrance = get_place(world.place("entrance"))
    answer = visitor.post(ADDRESS, {"number": entrance.spoken_no}, follow=True)
    assert "柳荫社区" in answer.content.decode()
    assert visitor.cookies["place"].value == entrance.ref


def test_says_so_when_no_plate_has_the_number(world: World, visitor: Client) -> None:
    answer = visitor.post(ADDRESS, {"number": "99999999"}, follow=True)
    assert "note danger" in answer.content.decode()


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "get", "put")
