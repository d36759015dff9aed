"""Anchors leave the database and name every case that changed."""

from datetime import timedelta

import pytest

from gongzhi.cases.actions import make_anchor
from gongzhi.cases.queries import list_anchors
from gongzhi.cases.queries.anchors import anchor_folder
from gongzhi.cases.rules.anchors import read_anchor
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from tests.cases.playing import DAY, MONDAY, flaws, placed, row, take
from tests.world import World

pytestmark = pytest.mark.usefixtures("anchors_home")


def test_make_anchor_lists_what_changed_since_the_former(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        one, other = placed(world), placed(world)
        first = make_anchor(clock.today(), actor=SYSTEM)
        assert (first.count, first.total) == (2, 2)
        now.advance(DAY)
        take(one, "accept", world.grid_leader)
        second = make_anchor(clock.today(), actor=SYSTEM)
        assert (second.count, second.total, second.previous_digest) == (1, 2, first.head_digest)
        text = read_anchor((anchor_folder() / f"{clock.today()}.txt").read_text())
        assert text.whole and [(line.ref, line.head) for line in text.lines] == [(one.ref, row(one).head)]
        assert other.ref not in {line.ref for line in text.lines}
    assert len(list_anchors()) == 2 and not flaws()


def test_make_anchor_again_on_the_same_day_takes_in_the_rest(world: World) -> None:
    with clock.frozen(MONDAY):
        placed(world)
        make_anchor(clock.today(), actor=SYSTEM)
        placed(world)
        again = make_anchor(clock.today(), actor=SYSTEM)
    assert (again.count, again.total) == (2, 2) and not flaws()


def test_an_anchor_can_be_made_for_a_quiet_day(world: World) -> None:
    made = make_anchor(clock.today() - timedelta(days=1), actor=SYSTEM)
    assert (made.count, made.total) == (0, 0) and not flaws()
