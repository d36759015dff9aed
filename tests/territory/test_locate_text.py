"""locate_text: words to places, by name, by nickname, by where the caller is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.territory.ground import Ground

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all
from gongzhi.territory.actions import PlaceDraft, create_place
from gongzhi.territory.queries import Level, get_place, locate_text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("翠苑小区3#2单元", "翠苑小区3号楼2单元"),
        ("翠苑3-2-501", "翠苑小区3号楼2单元"),
        ("柳荫苑1号楼二单元三楼灯坏了", "柳荫苑1号楼2单元"),
        ("老纺织院三幢", "翠苑小区3号楼"),
        ("槐安街道柳荫社区柳荫苑2栋一门301室", "柳荫苑2号楼1单元"),
        ("荷塘苑小区门口垃圾没人收", "荷塘苑"),
        ("荷塘村的路", "荷塘村"),
    ],
)
def test_named_places(ground: Ground, text: str, name: str) -> None:
    best = locate_text(text)[0]
    assert best.place.full_name == name
    assert best.score >= 0.8


def test_the_callers_estate_decides(ground: Ground) -> None:
    for here in (ground.green, ground.building(ground.green, 1), ground.entrance(ground.green, 1, 2)):
        matches = locate_text("3号楼二单元501", within=here)
        assert [match.place.id for match in matches] == [ground.entrance(ground.green, 3, 2)]
        assert (matches[0].room, matches[0].floor) == ("501", "5")


def test_in_a_community_the_candidates_are_ranked(ground: Ground) -> None:
    matches = locate_text("3号楼二单元501", within=ground.willow)
    assert {match.place.id for match in matches} == {
        ground.entrance(ground.green, 3, 2),
        ground.entrance(ground.shade, 3, 2),
    }
    assert all(match.score < 0.7 for match in matches)


def test_an_entrance_alone_means_the_callers_house(ground: Ground) -> None:
    here = ground.entrance(ground.green, 1, 1)
    assert locate_text("二单元漏水", within=here)[0].place.id == ground.entrance(ground.green, 1, 2)
    assert locate_text("二单元漏水") == ()


def test_the_deepest_that_exists_is_given_with_less_trust(ground: Ground) -> None:
    assert locate_text("翠苑小区99号楼")[0].place.id == ground.green
    assert locate_text("翠苑小区99号楼")[0].score < 0.7
    door = locate_text("翠苑小区3号楼9单元")[0]
    assert (door.place.id, door.score < 0.9) == (ground.building(ground.green, 3), True)


def test_a_house_of_some_other_estate_is_not_ours(ground: Ground) -> None:
    assert locate_text("锦绣花园3号楼", within=ground.green) == ()
    assert locate_text("锦绣花园3号楼") == ()
    assert locate_text("我们小区3号楼", within=ground.green)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "the light is broken in 3 places", "123", "asdf 12-34", "🙂", "同一单元的邻居", "x" * 5000],
)
def test_garbage_means_nothing(ground: Ground, text: str) -> None:
    assert locate_text(text) == ()


def test_a_registered_room_is_found(ground: Ground) -> None:
    door = ground.entrance(ground.green, 3, 2)
    room = create_place(PlaceDraft(Level.ROOM, "501室", door), actor=SYSTEM)
    best = locate_text("翠苑小区3号楼2单元501")[0].place
    assert best == get_place(room)
    assert best.full_name == "翠苑小区3号楼2单元501室"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=200))
def test_no_text_breaks_it(ground: Ground, text: str) -> None:
    stamps = current_all()
    for match in locate_text(text, within=ground.green, stamps=stamps):
        assert 0 < match.score <= 1
