"""A running case changes its playbook's version only by an approved, logged act."""

import pytest

from gongzhi.cases.actions import move_case_version
from gongzhi.cases.models import Event
from gongzhi.cases.rules.refusals import NotYours, OutcomeNotOpen, ReasonMissing
from gongzhi.kernel.actors import SYSTEM
from gongzhi.playbooks.actions import publish_version
from gongzhi.playbooks.queries import current_version, get_version_text
from tests.cases.playing import flaws, placed, row
from tests.world import World


def test_move_case_version_where_the_step_exists_in_both(world: World) -> None:
    case = placed(world)
    text = get_version_text(row(case).version_id).replace("2019 年", "2020 年", 1)
    publish_version(text, actor=SYSTEM)
    newer = current_version("one-lead-four-orders").id
    assert newer != row(case).version_id
    with pytest.raises(NotYours):
        move_case_version(case.ref, newer, "新版", actor=world.grid_leader.actor)
    with pytest.raises(ReasonMissing):
        move_case_version(case.ref, newer, "", actor=world.secretary.actor)
    with pytest.raises(OutcomeNotOpen):
        other = current_version("hotline-12345").id
        move_case_version(case.ref, other, "换个办法", actor=world.secretary.actor)
    move_case_version(case.ref, newer, "新版", actor=world.secretary.actor)
    assert row(case).version_id == newer
    assert Event.objects.filter(case=row(case), kind="version-moved").exists() and not flaws()
