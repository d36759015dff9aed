"""A foreign deadline tightens ours."""

import pytest

from gongzhi.cases.actions import ForeignOrder, receive_mandate
from gongzhi.cases.rules.refusals import MandateTaken, NotYours
from gongzhi.kernel import clock
from tests.cases.playing import DAY, HOUR, MONDAY, flaws, placed, row, take
from tests.world import World


def test_receive_mandate_tightens_and_an_extension_loosens_to_our_own(world: World) -> None:
    with clock.frozen(MONDAY):
        case = placed(world)
        ours = row(case).due_at
        assert ours is not None
        tight = ForeignOrder("12345", "HX-3", MONDAY, MONDAY + HOUR)
        receive_mandate(case.ref, tight, actor=world.hotline_clerk.actor)
        assert row(case).due_at == MONDAY + HOUR == row(case).wake_at
        loose = ForeignOrder("12345", "HX-3", MONDAY, MONDAY + 9 * DAY)
        receive_mandate(case.ref, loose, actor=world.hotline_clerk.actor)
        assert row(case).due_at == ours
        receive_mandate(case.ref, tight, actor=world.hotline_clerk.actor)
        take(case, "accept", world.grid_leader)
        assert row(case).due_at == MONDAY + HOUR
    assert not flaws()


def test_receive_mandate_refuses_a_number_of_another_case(world: World) -> None:
    case, other = placed(world), placed(world)
    order = ForeignOrder("12345", "HX-4", clock.now(), None)
    receive_mandate(case.ref, order, actor=world.duty_desk.actor)
    with pytest.raises(MandateTaken):
        receive_mandate(other.ref, order, actor=world.duty_desk.actor)
    with pytest.raises(NotYours):
        receive_mandate(other.ref, order, actor=world.other_grid_leader.actor)
