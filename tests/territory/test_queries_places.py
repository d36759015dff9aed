"""Readers of the tree."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.territory.ground import Ground, draw

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all
from gongzhi.territory.actions import PlaceDraft, create_place, create_places
from gongzhi.territory.models import Place
from gongzhi.territory.queries import (
    EstateKind,
    Level,
    find_above,
    find_entrance,
    find_place,
    find_places,
    get_place,
    grounds_of,
    list_ancestors,
    list_areas_of,
    list_children,
    list_places_under,
    list_roots,
    write_path,
)
from gongzhi.territory.rules.refusals import NoSuchPlace


def test_configuration_is_looked_for_from_near_to_far(ground: Ground) -> None:
    house = ground.building(ground.green, 2)
    assert grounds_of(house) == (house, ground.green, ground.willow, ground.street)
    assert grounds_of(None) == ()
    with pytest.raises(NoSuchPlace):
        grounds_of(0)


def test_children_come_in_the_order_people_expect(ground: Ground) -> None:
    names = ("10号楼", "综合楼", "11号楼")
    create_places([PlaceDraft(Level.BUILDING, name, ground.green) for name in names], actor=SYSTEM)
    found = [one.name for one in list_children(ground.green)]
    assert found == ["1号楼", "2号楼", "3号楼", "10号楼", "11号楼", "综合楼"]


def test_rooms_are_read_from_their_table(ground: Ground) -> None:
    door = ground.entrance(ground.green, 1, 1)
    drafts = [PlaceDraft(Level.ROOM, name, door) for name in ("1001", "201", "101")]
    made = create_places(drafts, actor=SYSTEM)
    assert [one.name for one in list_children(door)] == ["101", "201", "1001"]
    room = get_place(made[0])
    assert room.full_name == "翠苑小区1号楼1单元1001"
    assert get_place(room.ref) == room
    assert grounds_of(room.id)[:2] == (room.id, door)
    grid = draw(ground.willow, "第一网格", place_ids=(ground.green,))
    assert [area.id for area in list_areas_of(room.id)] == [grid]
    assert [one.level for one in list_ancestors(room.id)][-2:] == [Level.ENTRANCE, Level.ROOM]


def test_levels_above_and_below(ground: Ground) -> None:
    house = ground.building(ground.shade, 1)
    assert find_above(house, Level.COMMUNITY) == get_place(ground.willow)
    assert find_above(house, Level.ENTRANCE) is None
    assert get_place(ground.lotus).community_kind == "village"
    assert get_place(house).estate_kind is EstateKind.UNMANAGED
    assert len(list_places_under(ground.willow, level=Level.BUILDING)) == 6
    assert [one.id for one in list_roots()] == [ground.street]
    assert find_place("000000000000") is None


def test_an_entrance_is_found_by_plate(ground: Ground) -> None:
    door = get_place(ground.entrance(ground.green, 1, 2))
    for plate in (door.token, door.spoken_no, f" {door.spoken_no[:2]} {door.spoken_no[2:]} "):
        assert find_entrance(plate) == door
    for wrong in ("", "12", "没有", "x" * 40, f"{door.spoken_no}1", door.token.lower() + "x"):
        assert find_entrance(wrong) is None


def test_two_streets_may_use_one_number(ground: Ground) -> None:
    door = get_place(ground.entrance(ground.green, 1, 2))
    drafts = [
        PlaceDraft(Level.STREET, "永宁街道", key="s"),
        PlaceDraft(Level.COMMUNITY, "甲社区", "s", "c"),
        PlaceDraft(Level.BUILDING, "1号", "c", "b"),
        PlaceDraft(Level.ENTRANCE, "1单元", "b"),
    ]
    street, _community, _house, other = create_places(drafts, actor=SYSTEM)
    Place.objects.filter(pk=other).update(spoken_no=door.spoken_no)
    create_place(PlaceDraft(Level.BUILDING, "2号", ground.willow), actor=SYSTEM)
    assert find_entrance(door.spoken_no) is None
    assert find_entrance(door.spoken_no, street_id=street) == get_place(other)
    assert find_entrance(door.spoken_no, street_id=ground.street) == get_place(door.id)


def test_the_search_box_takes_names_and_addresses(ground: Ground) -> None:
    assert [one.name for one in find_places("柳荫")] == ["柳荫社区", "柳荫苑"]
    assert find_places("纺织")[0].id == ground.green
    assert find_places("3号楼", within=ground.green)[0].id == ground.building(ground.green, 3)
    assert [one.level for one in find_places("柳荫", level=Level.ESTATE)] == [Level.ESTATE]
    assert find_places("") == ()


def test_reading_costs_no_query_once_the_stamps_are_known(ground: Ground) -> None:
    stamps, house = current_all(), ground.building(ground.green, 2)
    get_place(house, stamps=stamps)
    with CaptureQueriesContext(connection) as seen:
        get_place(house, stamps=stamps)
        list_children(ground.green, stamps=stamps)
        list_areas_of(house, stamps=stamps)
        grounds_of(house, stamps=stamps)
    assert len(seen) == 0


def test_a_written_path_is_a_range_of_everything_below(ground: Ground) -> None:
    within = write_path(get_place(ground.green).path)
    for place in list_places_under(None):
        path = write_path(place.path)
        assert (within <= path < within + "~") == (ground.green in place.path)
        assert len(path) <= 77
