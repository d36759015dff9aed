"""GET places."""

from gongzhi.territory.queries import get_place
from tests.api.conftest import Program, assert_problem
from tests.world import World


def test_places_by_words(street: World, hotline: Program) -> None:
    found = hotline.get("places", q="翠苑3#2单元").json()
    assert found[0]["ref"] == get_place(street.place("entrance")).ref
    assert found[0]["level"] == "entrance" and found[0]["full_name"].endswith("2单元")
    assert len(hotline.get("places", q="单元", limit=2).json()) <= 2
    assert hotline.get("places", q="没有这个地方").json() == []


def test_the_way_down_the_tree(street: World, hotline: Program) -> None:
    root = hotline.get("places").json()
    assert [one["name"] for one in root] == ["云台区"]
    inside = hotline.get("places", parent=root[0]["ref"]).json()
    assert {one["name"] for one in inside} == {"槐安街道", "柏宁街道"}
    house = get_place(street.place("building"))
    found = hotline.get("places", parent=get_place(street.place("estate")).ref).json()
    assert (found[0]["lat"], found[0]["lng"]) == (house.lat, house.lng)


def test_an_unknown_parent_and_a_foolish_limit(hotline: Program) -> None:
    assert_problem(hotline.get("places", parent="000000000000"), 404, "not-found")
    assert set(assert_problem(hotline.get("places", limit=0), 422, "invalid")["errors"]) == {"limit"}
