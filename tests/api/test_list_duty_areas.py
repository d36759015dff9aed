"""GET areas."""

import pytest

from gongzhi.territory.queries import get_place
from tests.api.conftest import Program, assert_problem
from tests.world import World


def test_who_answers_for_a_place_or_a_point(street: World, hotline: Program) -> None:
    place = get_place(street.place("entrance")).ref
    names = ["柳荫1-1微网格", "柳荫一网格"]
    assert [one["name"] for one in hotline.get("areas", place=place).json()] == names
    assert [one["name"] for one in hotline.get("areas", lat=36.1002, lng=120.1002).json()] == names
    assert hotline.get("areas", lat=0, lng=0).json() == []


def test_all_of_one_kind(hotline: Program) -> None:
    found = hotline.get("areas", kind="grid1").json()
    assert {one["kind"] for one in found} == {"grid1"} and len(found) == 3
    assert len(hotline.get("areas").json()) == 7


@pytest.mark.parametrize(("asked", "field"), [({"kind": "blob"}, "kind"), ({"lat": "nan", "lng": 1}, "lat")])
def test_what_cannot_be_asked(hotline: Program, asked: dict[str, object], field: str) -> None:
    assert set(assert_problem(hotline.get("areas", **asked), 422, "invalid")["errors"]) == {field}
