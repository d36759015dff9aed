"""A comment moves nothing."""

import pytest

from gongzhi.cases.actions import add_remark, confirm_result
from gongzhi.cases.models import Case, Remark
from gongzhi.cases.rules.refusals import CaseNotFound, WordsMissing
from gongzhi.kernel import clock
from tests.cases.playing import DAY, HOUR, MONDAY, flaws, placed, row, settle
from tests.world import World

CLOCKS = ("due_at", "wake_at", "silence_at", "approval_due", "review_at", "ended_at", "late_at", "status")


def clocks_of(case: Case) -> list[object]:
    return [getattr(case, name) for name in CLOCKS]


def test_add_remark_moves_no_clock(world: World) -> None:
    """Trap 1, open and ended."""
    with clock.frozen(MONDAY):
        case = placed(world)
    before = clocks_of(row(case))
    with clock.frozen(MONDAY + HOUR):
        add_remark(case.ref, "还没亮", actor=world.resident.actor)
        add_remark(case.ref, "知道了", actor=world.grid_leader.actor)
        assert clocks_of(row(case)) == before
        settle(world, case)
        confirm_result(case.ref, actor=world.resident.actor, solved=True)
    ended = clocks_of(row(case))
    with clock.frozen(MONDAY + 3 * DAY):
        add_remark(case.ref, "谢谢", actor=world.resident.actor)
    assert clocks_of(row(case)) == ended
    assert not flaws()


def test_add_remark_is_for_those_who_may_read(world: World) -> None:
    case = placed(world)
    with pytest.raises(WordsMissing):
        add_remark(case.ref, " ", actor=world.grid_leader.actor)
    for key in ("neighbour", "property_manager", "far_desk", "auditor"):
        with pytest.raises(CaseNotFound):
            add_remark(case.ref, "我看看", actor=world.people[key].actor)
    add_remark(case.ref, "写给同事", actor=world.resident.actor, audience="internal")
    assert Remark.objects.get(kind="remark").audience == "reporter"
