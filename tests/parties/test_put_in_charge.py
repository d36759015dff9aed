import pytest

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid, NotFound
from gongzhi.parties.actions import NewHolding, NewSeat, appoint, create_seat, put_in_charge
from gongzhi.parties.queries import resolve_post
from tests.world import World


def test_each_department_has_its_deputy(world: World) -> None:
    second = create_seat(NewSeat("deputy-leader", place_id=world.place("street"), number=2), actor=SYSTEM)
    appoint(NewHolding(second, world.neighbour.user_id, "副主任"), actor=SYSTEM)
    other = world.organisations["other_department"]
    put_in_charge(other, seat_id=second, actor=world.administrator.actor)
    place = world.place("entrance")
    assert resolve_post("deputy-leader", place, organisation_id=other).id == second
    put_in_charge(other, seat_id=None, actor=SYSTEM)
    assert resolve_post("deputy-leader", place, organisation_id=other).id == world.seat("deputy")


def test_wrong_words_and_wrong_people(world: World) -> None:
    department = world.organisations["department"]
    with pytest.raises(Invalid):
        put_in_charge(department, seat_id=987654, actor=SYSTEM)
    with pytest.raises(NotFound):
        put_in_charge(987654, seat_id=None, actor=SYSTEM)
    with pytest.raises(Denied):
        put_in_charge(department, seat_id=None, actor=world.section.actor)
