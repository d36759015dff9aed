"""The reporter takes it back."""

import pytest

from gongzhi.cases.actions import second_case, withdraw_case
from gongzhi.cases.rules.refusals import CaseNotFound
from tests.cases.playing import flaws, placed, row
from tests.world import World


def test_withdraw_case_is_the_reporters_alone(world: World) -> None:
    case = placed(world)
    second_case(case.ref, world.neighbour.person_id, actor=world.neighbour.actor)
    for key in ("neighbour", "grid_leader", "stranger"):
        with pytest.raises(CaseNotFound):
            withdraw_case(case.ref, actor=world.people[key].actor)
    withdraw_case(case.ref, actor=world.resident.actor, reason="自己好了")
    assert row(case).result == "withdrawn" and not flaws()
