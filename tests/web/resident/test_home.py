"""The first page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.asking import Phone, refuses
from tests.world import World

from gongzhi.territory.queries import get_place

ADDRESS = reverse("resident:home")


def test_a_visitor_without_a_place_is_told_how_to_give_one(world: World, visitor: Client) -> None:
    page = visitor.get(ADDRESS).content.decode()
    assert "我要上报" in page
    assert "门牌上的号码" in page


def test_names_the_ground_and_who_answers_for_it(world: World, visitor: Client) -> None:
    visitor.cookies["place"] = get_place(world.place("entrance")).ref
    page = visitor.get(ADDRESS).content.decode()
    assert "槐安街道 · 柳荫社区" in page
    assert "柳荫1-1微网格" in page
    assert world.grid_leader.name in page


def test_tabs_of_later_parts_are_absent(world: World, visitor: Client) -> None:
    assert "议事" not in visitor.get(ADDRESS).content.decode()


@pytest.mark.django_db(transaction=True)
def test_asks_a_constant_number_of_questions(
    phone_of: Callable[[str], Phone], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    phone = phone_of("resident")
    phone.at("entrance").get(ADDRESS)
    for _time in range(3):
        phone.report()
    with django_assert_max_num_queries(15):
        assert phone.get(ADDRESS).status_code == 200


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "post", "put")
