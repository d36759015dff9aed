import pytest

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, NotFound
from gongzhi.parties.actions import NewSeat, close_seat, create_seat
from gongzhi.parties.queries import get_seat, resolve_post, rights_of, who_is
from tests.world import World


def test_a_closed_seat_answers_for_nothing_and_stays_readable(world: World) -> None:
    close_seat(world.seat("grid_leader"), actor=world.administrator.actor)
    assert get_seat(world.seat("grid_leader")).closed
    assert who_is(world.seat("grid_leader")).nobody
    assert rights_of(world.grid_leader.user_id).is_outsider
    assert resolve_post("grid-leader-2", world.place("entrance")).id == world.seat("grid1_leader")


def test_it_may_be_set_up_anew(world: World) -> None:
    close_seat(world.seat("grid_leader"), actor=SYSTEM)
    assert create_seat(NewSeat("grid-leader-2", area_id=world.areas["grid"]), actor=SYSTEM)
    with pytest.raises(NotFound):
        close_seat(world.seat("grid_leader"), actor=SYSTEM)
    with pytest.raises(Denied):
        close_seat(world.seat("deputy"), actor=world.deputy.actor)
