"""move_place: everything below comes along."""

import pytest
from tests.territory.ground import Ground

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import PlaceDraft, create_place, create_places, move_place
from gongzhi.territory.models import Place
from gongzhi.territory.queries import Level, find_entrance, get_place, list_places_under
from gongzhi.territory.rules.refusals import LoopedTree, NameTaken, NoSuchPlace, WrongLevel


def test_an_estate_moves_with_its_houses(ground: Ground) -> None:
    entrance = ground.entrance(ground.green, 2, 1)
    move_place(ground.green, ground.lotus, actor=SYSTEM)
    assert get_place(entrance).path[:3] == (ground.street, ground.lotus, ground.green)
    parts = [get_place(one).ref for one in get_place(entrance).path]
    assert Place.objects.get(pk=entrance).path == "".join(f"{ref}/" for ref in parts)


def test_in_another_street_a_taken_number_is_changed(ground: Ground) -> None:
    other, community, estate, house, door = create_places(
        [
            PlaceDraft(Level.STREET, "永宁街道", key="s"),
            PlaceDraft(Level.COMMUNITY, "甲社区", "s", "c"),
            PlaceDraft(Level.ESTATE, "甲苑", "c", "e"),
            PlaceDraft(Level.BUILDING, "1号楼", "e", "b"),
            PlaceDraft(Level.ENTRANCE, "1单元", "b"),
        ],
        actor=SYSTEM,
    )
    first, second = ground.entrance(ground.green, 1, 1), ground.entrance(ground.green, 1, 2)
    kept = get_place(second).spoken_no
    Place.objects.filter(pk=door).update(spoken_no=get_place(first).spoken_no)
    move_place(ground.green, community, actor=SYSTEM)
    numbers = [one.spoken_no for one in list_places_under(other, level=Level.ENTRANCE)]
    assert len(set(numbers)) == 7
    assert find_entrance(kept, street_id=other) == get_place(second)
    assert Place.objects.filter(street_id=other).count() == 3 + 11
    assert {house, estate} <= {one.id for one in list_places_under(other)}


def test_what_cannot_be_is_refused(ground: Ground) -> None:
    house = ground.building(ground.green, 1)
    with pytest.raises(NameTaken):
        move_place(house, ground.shade, actor=SYSTEM)
    with pytest.raises(WrongLevel):
        move_place(ground.green, house, actor=SYSTEM)
    with pytest.raises(NoSuchPlace):
        move_place(ground.green, 0, actor=SYSTEM)
    with pytest.raises(NoSuchPlace):
        move_place(ground.street, ground.willow, actor=SYSTEM)


def test_no_place_comes_to_lie_in_itself(ground: Ground) -> None:
    district = create_place(PlaceDraft(Level.DISTRICT, "某区"), actor=SYSTEM)
    street = create_place(PlaceDraft(Level.STREET, "永宁街道", district), actor=SYSTEM)
    with pytest.raises((LoopedTree, WrongLevel, NoSuchPlace)):
        move_place(street, street, actor=SYSTEM)
