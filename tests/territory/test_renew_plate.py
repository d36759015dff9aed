"""renew_plate: the copied plate leads nowhere."""

import pytest
from tests.territory.ground import Ground

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import renew_plate
from gongzhi.territory.queries import find_entrance, get_place
from gongzhi.territory.rules.refusals import NotAnEntrance


def test_only_the_new_plate_leads_to_the_entrance(ground: Ground) -> None:
    door = ground.entrance(ground.green, 1, 1)
    old = get_place(door)
    number = renew_plate(door, actor=SYSTEM)
    assert find_entrance(old.token) is None
    assert find_entrance(old.spoken_no) is None
    assert find_entrance(number) == get_place(door)
    assert get_place(door).token != old.token


def test_a_house_has_no_plate(ground: Ground) -> None:
    with pytest.raises(NotAnEntrance):
        renew_plate(ground.building(ground.green, 1), actor=SYSTEM)
