"""describe_place: codes and kinds."""

import pytest
from tests.territory.ground import Ground

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import PlaceDescription, describe_place
from gongzhi.territory.queries import EstateKind, get_place
from gongzhi.territory.rules.refusals import CodeSystemNeeded, CodeTaken, WrongLevel


def test_kind_is_inherited_by_the_houses(ground: Ground) -> None:
    describe_place(ground.green, PlaceDescription(estate_kind=EstateKind.UNMANAGED), actor=SYSTEM)
    assert get_place(ground.building(ground.green, 1)).is_unmanaged


def test_a_community_becomes_a_village_and_gets_a_code(ground: Ground) -> None:
    said = PlaceDescription(is_village=True, code="410102003 002", code_system="civil")
    describe_place(ground.willow, said, actor=SYSTEM)
    place = get_place(ground.willow)
    assert (place.community_kind, place.code, place.code_system) == ("village", "410102003002", "civil")
    with pytest.raises(CodeTaken):
        describe_place(ground.lotus, said, actor=SYSTEM)


def test_nonsense_is_refused(ground: Ground) -> None:
    with pytest.raises(WrongLevel):
        describe_place(ground.willow, PlaceDescription(estate_kind=EstateKind.OLD), actor=SYSTEM)
    with pytest.raises(CodeSystemNeeded):
        describe_place(ground.willow, PlaceDescription(code="12"), actor=SYSTEM)
