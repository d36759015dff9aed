"""Thinking better of it, within the days the rule pack gives."""

import pytest

from gongzhi.cases.actions import change_verdict, confirm_result
from gongzhi.cases.models import Event, Verdict
from gongzhi.cases.rules.refusals import CaseNotFound, NotAsked, ReasonMissing, WindowClosed
from gongzhi.kernel import clock
from tests.cases.playing import DAY, MONDAY, flaws, placed, row, settle
from tests.world import World


def test_change_verdict_takes_the_case_up_again_and_keeps_the_former(world: World) -> None:
    with clock.frozen(MONDAY):
        case = placed(world)
        settle(world, case)
        with pytest.raises(NotAsked):
            change_verdict(case.ref, actor=world.resident.actor, solved=True)
        confirm_result(case.ref, actor=world.resident.actor, solved=True, stars=5)
    with clock.frozen(MONDAY + 6 * DAY):
        with pytest.raises(ReasonMissing):
            change_verdict(case.ref, actor=world.resident.actor, solved=False)
        with pytest.raises(CaseNotFound):
            change_verdict(case.ref, actor=world.neighbour.actor, solved=True)
        change_verdict(case.ref, actor=world.resident.actor, solved=False, reason="not-done")
    assert (row(case).status, row(case).refusals) == ("open", 1)
    assert Verdict.objects.get(case=row(case)).solved is False
    assert Event.objects.filter(case=row(case), kind__in=("verdict", "verdict-changed")).count() == 2
    assert not flaws()


def test_change_verdict_knows_its_window(world: World) -> None:
    with clock.frozen(MONDAY):
        case = placed(world)
        settle(world, case)
        confirm_result(case.ref, actor=world.resident.actor, solved=True)
    with clock.frozen(MONDAY + 8 * DAY), pytest.raises(WindowClosed):
        change_verdict(case.ref, actor=world.resident.actor, solved=False, reason="not-done")
