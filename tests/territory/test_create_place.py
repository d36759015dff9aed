"""create_place: one place, in the right place of the tree, once."""

import pytest
from tests.territory.ground import Ground

from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.territory.actions import PlaceDraft, create_place
from gongzhi.territory.models import Place
from gongzhi.territory.queries import EstateKind, Level, get_place, list_changes_of
from gongzhi.territory.rules.refusals import (
    BadOutline,
    BadPosition,
    CodeSystemNeeded,
    CodeTaken,
    NameNeeded,
    NameTaken,
    NoSuchPlace,
    WrongLevel,
)


def test_it_lies_where_it_was_put_and_leaves_a_trace(ground: Ground) -> None:
    clerk = Actor(kind="person", user_id=7)
    made = create_place(PlaceDraft(Level.BUILDING, "4号楼", ground.green), actor=clerk)
    place = get_place(made)
    assert place.path == (ground.street, ground.willow, ground.green, made)
    assert place.full_name == "翠苑小区4号楼"
    assert place.estate_kind is EstateKind.OLD
    assert [(row.verb, row.by_user_id) for row in list_changes_of("place", made)] == [("created", 7)]


def test_an_entrance_gets_a_plate(ground: Ground) -> None:
    made = create_place(PlaceDraft(Level.ENTRANCE, "3单元", ground.building(ground.green, 1)), actor=SYSTEM)
    entrance = get_place(made)
    assert len(entrance.token) == 20
    assert len(entrance.spoken_no) == 5


def test_phone_positions_are_stored_as_wgs84(ground: Ground) -> None:
    draft = PlaceDraft(Level.BUILDING, "5号楼", ground.green, lat=34.7012, lng=113.6061, system="gcj02")
    row = Place.objects.get(pk=create_place(draft, actor=SYSTEM))
    assert row.position_system == "gcj02"
    assert row.lat is not None and abs(row.lat - 34.7012) > 0.0005


@pytest.mark.parametrize("name", ["三号楼", "3#", "３号楼", "3幢"])
def test_another_spelling_of_a_known_name_is_refused(ground: Ground, name: str) -> None:
    with pytest.raises(NameTaken):
        create_place(PlaceDraft(Level.BUILDING, name, ground.green), actor=SYSTEM)


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (PlaceDraft(Level.ESTATE, "   ", 0), NoSuchPlace),
        (PlaceDraft(Level.ROOM, "501"), WrongLevel),
        (PlaceDraft(Level.STREET, " "), NameNeeded),
        (PlaceDraft(Level.STREET, "甲" * 61), NameNeeded),
        (PlaceDraft(Level.STREET, "甲街道", code="410102003"), CodeSystemNeeded),
        (PlaceDraft(Level.STREET, "甲街道", lat=39.0, lng=-77.0), BadPosition),
        (PlaceDraft(Level.STREET, "甲街道", outline="{}"), BadOutline),
    ],
)
@pytest.mark.django_db
def test_what_cannot_be_is_refused(draft: PlaceDraft, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        create_place(draft, actor=SYSTEM)
    assert not Place.objects.exists()


def test_a_code_belongs_to_one_place(ground: Ground) -> None:
    coded = {"code": "410102003001", "code_system": "civil"}
    create_place(PlaceDraft(Level.COMMUNITY, "甲社区", ground.street, **coded), actor=SYSTEM)
    with pytest.raises(CodeTaken):
        create_place(PlaceDraft(Level.COMMUNITY, "乙社区", ground.street, **coded), actor=SYSTEM)
