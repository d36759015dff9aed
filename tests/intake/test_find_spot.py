"""Where is it?"""

import pytest
from tests.world import World

from gongzhi.intake.queries import Spot, find_spot
from gongzhi.territory.queries import get_place


@pytest.mark.parametrize(
    ("spot", "words", "key", "how"),
    [
        (Spot(address="翠苑3#2单元"), "", "entrance", "address"),
        (Spot(lat=36.1002, lng=120.1002), "", "building", "point"),
        (Spot(), "翠苑小区3号楼2单元楼道灯不亮", "entrance", "words"),
        (Spot(lat=39, lng=116), "红旗院门口垃圾没人收", "unmanaged", "words"),
    ],
)
def test_the_first_that_leads_to_a_place(world: World, spot: Spot, words: str, key: str, how: str) -> None:
    found = find_spot(spot, words)
    assert found.place is not None
    assert (found.place.id, found.how) == (world.place(key), how)
    assert found.grounds[0] == found.place.id
    assert found.scope_path.endswith(f"{found.place.ref}/")


def test_a_reference_goes_first(world: World) -> None:
    ref = get_place(world.place("next_entrance")).ref
    found = find_spot(Spot(place_ref=ref, address="翠苑小区3号楼2单元", lat=36.1002, lng=120.1002))
    assert found.place is not None
    assert (found.place.id, found.how, found.lat) == (world.place("next_entrance"), "ref", 36.1002)


@pytest.mark.parametrize("words", ["", "灯不亮", "纺织厂加班", "有人在街道办门口问路"])
def test_half_a_name_is_none(world: World, words: str) -> None:
    assert find_spot(Spot(), words).place is None


def test_a_point_in_the_open_belongs_to_its_grid(world: World) -> None:
    found = find_spot(Spot(lat=36.1011, lng=120.1031))
    assert found.place is not None
    assert (found.place.id, found.area_id) == (world.place("community"), world.areas["next_grid"])


def test_placeholders_are_no_position(world: World) -> None:
    assert find_spot(Spot(lat=39, lng=-77)).lat is None
    assert find_spot(Spot(lat=0, lng=0)).place is None
