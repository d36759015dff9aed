"""A resident's own answer ends a case or sends it back."""

from gongzhi.cases.actions import confirm_result
from tests.cases.playing import deliver, flaws, placed, row, settle
from tests.world import World


def test_confirm_result_ends_the_case(world: World) -> None:
    case = placed(world)
    settle(world, case)
    assert row(case).status == "confirming" and row(case).seat_id == world.seat("grid_leader")
    deliver(world, case)
    confirm_result(case.ref, actor=world.resident.actor, solved=True, stars=5)
    assert (row(case).status, row(case).result) == ("ended", "solved")
    assert row(case).wake_at is None
    assert not flaws()
