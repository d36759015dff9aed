import pytest

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid
from gongzhi.parties.actions import NewSeat, create_seat
from gongzhi.parties.actions.create_seat import SeatThere
from gongzhi.parties.queries import get_seat
from gongzhi.parties.rules.posts import UnknownPost, WrongGround
from gongzhi.territory.rules.refusals import NoSuchArea
from tests.world import World


def test_a_seat_on_a_place_an_area_or_in_a_body(world: World) -> None:
    admin = world.administrator.actor
    on_place = create_seat(NewSeat("steward", place_id=world.place("estate"), work_phone="6000"), actor=admin)
    in_body = create_seat(NewSeat("partner-unit", organisation_id=world.organisations["social"]), actor=admin)
    assert get_seat(on_place).work_phone == "6000"
    assert get_seat(in_body).ground_name == "青禾社工站"


def test_never_twice_but_two_deputies_by_number(world: World) -> None:
    street = world.place("street")
    with pytest.raises(SeatThere):
        create_seat(NewSeat("deputy-leader", place_id=street), actor=SYSTEM)
    second = create_seat(NewSeat("deputy-leader", place_id=street, number=2), actor=SYSTEM)
    assert get_seat(second).titled("zh-hans").endswith("分管领导 2")


def test_a_post_sits_only_where_it_may(world: World) -> None:
    with pytest.raises(WrongGround):
        create_seat(NewSeat("deputy-leader", place_id=world.place("estate")), actor=SYSTEM)
    with pytest.raises(WrongGround):
        create_seat(NewSeat("grid-leader-2", area_id=world.areas["grid1"]), actor=SYSTEM)
    with pytest.raises(UnknownPost):
        create_seat(NewSeat("king", place_id=world.place("street")), actor=SYSTEM)
    with pytest.raises(NoSuchArea):
        create_seat(NewSeat("grid-leader-2", area_id=987654), actor=SYSTEM)
    both = NewSeat("steward", place_id=world.place("estate"), area_id=world.areas["grid"])
    with pytest.raises(Invalid):
        create_seat(both, actor=SYSTEM)
    with pytest.raises(Invalid):
        create_seat(NewSeat("section", organisation_id=987654), actor=SYSTEM)


def test_others_may_not(world: World) -> None:
    with pytest.raises(Denied):
        create_seat(NewSeat("steward", place_id=world.place("estate")), actor=world.leader.actor)
