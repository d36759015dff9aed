"""remind_owners: traps 7 and 8 of the field. In working time, any gap covered, never twice."""

import sys
from datetime import timedelta

import pytest

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.messages.actions import remind_owners
from gongzhi.messages.models import Message
from tests.cases.playing import HOUR, MONDAY, placed, row
from tests.messages.reading import who
from tests.world import World


def due_of(world: World, **known: object) -> tuple[str, object]:
    with clock.frozen(MONDAY):
        case = placed(world, **known)
    return case.ref, row(case).due_at


def test_soon_then_late_each_once(world: World) -> None:
    _ref, due = due_of(world)
    for moment in (due - HOUR, due - HOUR / 2, due + HOUR / 60, due + HOUR / 30):
        with clock.frozen(moment):
            remind_owners(actor=SYSTEM)
    assert who(world, "due-soon") == ["grid_leader"]
    assert who(world, "overdue") == ["grid_leader"]


def test_nothing_leaves_at_night_and_the_gap_is_covered_in_the_morning(world: World) -> None:
    due_of(world)
    saturday_night = MONDAY + timedelta(days=5, hours=15)
    with clock.frozen(saturday_night):
        assert remind_owners(actor=SYSTEM) == 0
    with clock.frozen(MONDAY + timedelta(days=7, hours=1)):
        remind_owners(actor=SYSTEM)
    assert who(world, "overdue") == ["grid_leader"]


def test_what_is_critical_leaves_at_once(world: World) -> None:
    due_of(world, urgency="critical")
    with clock.frozen(MONDAY + timedelta(days=5, hours=15)):
        remind_owners(actor=SYSTEM)
    assert who(world, "overdue") == ["grid_leader"]


def test_every_page_is_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with clock.frozen(MONDAY):
        for _n in range(7):
            placed(world)
    monkeypatch.setattr(sys.modules[remind_owners.__module__], "_PAGE", 3)
    with clock.frozen(MONDAY + timedelta(days=7)):
        remind_owners(actor=SYSTEM)
    assert Message.objects.filter(template="overdue").values("case_ref").distinct().count() == 7
