"""A category corrected: the former stays, the clock counts from its own start."""

import pytest

from gongzhi.cases.actions import change_category
from gongzhi.cases.models import Event
from gongzhi.cases.queries import find_category
from gongzhi.cases.rules.refusals import NotYours, OutcomeNotOpen, ReasonMissing, UnknownCategory
from gongzhi.kernel import clock
from tests.cases.playing import HOUR, MONDAY, flaws, lamp_categories, placed, row, take
from tests.world import World


def test_change_category_keeps_the_former_and_the_start_of_the_clock(world: World) -> None:
    lamp_categories()
    with clock.frozen(MONDAY) as now:
        case = placed(world, category="lamp")
        take(case, "accept", world.grid_leader)
        now.advance(HOUR)
        change_category(case.ref, "gas", "是燃气管", actor=world.grid_leader.actor, urgency="critical")
    gas = find_category("gas")
    assert gas is not None and row(case).category_id == gas.id
    assert row(case).due_at == MONDAY + 2 * HOUR
    event = Event.objects.get(case=row(case), kind="category-changed")
    assert '"before":"lamp"' in event.body_text and not flaws()


def test_change_category_refuses(world: World) -> None:
    lamp_categories()
    case = placed(world, category="lamp")
    mine = world.grid_leader.actor
    for category, reason, refusal in (
        ("nothing", "x", UnknownCategory),
        ("gas", "", ReasonMissing),
        ("lamp", "x", OutcomeNotOpen),
    ):
        with pytest.raises(refusal):
            change_category(case.ref, category, reason, actor=mine)
    with pytest.raises(NotYours):
        change_category(case.ref, "gas", "x", actor=world.other_grid_leader.actor)
