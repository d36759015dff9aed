"""What is being done, blurred to the grid."""

from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.asking import Phone, refuses
from tests.world import World

from gongzhi.territory.queries import get_area, get_place

ADDRESS = reverse("public:list_progress")


def test_shows_the_kind_but_no_words_person_or_door(world: World, anybody: Client) -> None:
    reporter = Phone(world, "resident")
    ref = reporter.report("三层楼道的灯不亮了，找王大爷")
    page = anybody.get(ADDRESS, {"grid": get_area(world.areas["grid"]).ref}).content.decode()
    assert "照明" in page
    for hidden in ("王大爷", "三层", ref, world.resident.phone, get_place(world.place("entrance")).name):
        assert hidden not in page


def test_offers_the_grids_to_choose_from(world: World, anybody: Client) -> None:
    page = anybody.get(ADDRESS).content.decode()
    assert "柳荫1-1微网格" in page
    assert "柳荫一网格" not in page


def test_asks_a_constant_number_of_questions(
    world: World, anybody: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    reporter = Phone(world, "resident")
    for _time in range(4):
        reporter.report()
    with django_assert_max_num_queries(15):
        anybody.get(ADDRESS, {"grid": get_area(world.areas["grid"]).ref})


def test_something_else_than_a_micro_grid_is_not_found(world: World, anybody: Client) -> None:
    assert anybody.get(ADDRESS, {"grid": get_area(world.areas["grid1"]).ref}).status_code == 404
    assert anybody.get(ADDRESS, {"grid": "123"}).status_code == 404


def test_refuses_other_methods(anybody: Client) -> None:
    assert refuses(anybody, ADDRESS, "post", "put")


def test_prints_the_rates_and_withholds_small_groups(world: World, anybody: Client) -> None:
    reporter = Phone(world, "resident")
    for _time in range(5):
        reporter.report()
    page = anybody.get(ADDRESS).content.decode()
    assert "槐安街道" in page and "居民上报" in page and "<td>5</td>" in page
    assert "不足五件" in page, "there are no five duty reports"
    assert world.resident.name not in page
    community = get_place(world.place("community")).ref
    assert "柳荫1-1微网格" in anybody.get(ADDRESS, {"community": community, "days": "90"}).content.decode()
    other = get_place(world.place("other_community")).ref
    assert "<td>5</td>" not in anybody.get(ADDRESS, {"community": other}).content.decode()


def test_rates_of_something_else_than_a_community_are_not_found(world: World, anybody: Client) -> None:
    assert anybody.get(ADDRESS, {"community": get_place(world.place("building")).ref}).status_code == 404
    assert anybody.get(ADDRESS, {"community": "x", "days": "99999"}).status_code == 404
