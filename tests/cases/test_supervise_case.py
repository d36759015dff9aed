"""Pressing, in three grades."""

import pytest

from gongzhi.cases.actions import supervise_case
from gongzhi.cases.rules.refusals import CaseNotFound, NotYours, ReasonMissing
from tests.cases.playing import flaws, placed, row, take
from tests.world import World


def test_supervise_case_climbs_three_grades(world: World) -> None:
    case = placed(world)
    for grade in (1, 2, 3, 3):
        supervise_case(case.ref, "太慢", actor=world.leader.actor)
        assert row(case).grade == grade
    assert not flaws()


def test_supervise_case_is_for_leaders(world: World) -> None:
    case = placed(world)
    with pytest.raises(NotYours):
        supervise_case(case.ref, "太慢", actor=world.secretary.actor)
    with pytest.raises(NotYours):
        take(case, "supervise", world.grid_leader)
    with pytest.raises(CaseNotFound):
        supervise_case(case.ref, "太慢", actor=world.resident.actor)
    with pytest.raises(ReasonMissing):
        supervise_case(case.ref, "", actor=world.deputy.actor)
