from gongzhi.kernel.actors import SYSTEM
from gongzhi.parties.actions import end_holding
from gongzhi.parties.queries import next_up
from tests.world import World

LADDER = (
    "entrance-head",
    "grid-leader-2",
    "community-secretary",
    "section",
    "deputy-leader",
    "main-leader",
)


def test_rung_by_rung_to_the_top(world: World) -> None:
    climbed, seat_id = [], world.seat("entrance_head")
    for _ in range(6):
        seat = next_up(seat_id, LADDER, world.place("entrance"))
        climbed.append((seat.post, seat.ended))
        seat_id = seat.id
        if seat.ended:
            break
    assert climbed == [
        ("grid-leader-2", False),
        ("community-secretary", False),
        ("deputy-leader", False),
        ("main-leader", False),
        ("duty-desk", True),
    ]


def test_a_named_department_is_a_rung(world: World) -> None:
    department = world.organisations["department"]
    place = world.place("entrance")
    seat = next_up(world.seat("secretary"), LADDER, place, organisation_id=department)
    assert seat.id == world.seat("section")
    assert next_up(seat.id, LADDER, place).id == world.seat("deputy")


def test_empty_and_complained_of_rungs_are_left_out(world: World) -> None:
    place = world.place("entrance")
    end_holding(world.grid_leader.holding_id, actor=SYSTEM)
    assert next_up(world.seat("entrance_head"), LADDER, place).id == world.seat("secretary")
    seat = next_up(world.seat("grid_leader"), LADDER, place, about_seat_id=world.seat("secretary"))
    assert seat.id == world.seat("deputy")
