"""Evidence is a row: whoever makes it deposits it."""

import pytest

from gongzhi.cases.actions import record_evidence
from gongzhi.cases.rules.refusals import CaseNotFound, NotYours
from gongzhi.kernel.actors import SYSTEM
from tests.cases.playing import flaws, photo, placed, row, take
from tests.world import World


def test_record_evidence_opens_a_gate_later(world: World) -> None:
    case = placed(world)
    record_evidence(case.ref, "photo", photo(), actor=world.grid_leader.actor)
    take(case, "settle", world.grid_leader, note="换好了")
    assert row(case).status == "confirming" and not flaws()


def test_record_evidence_is_for_those_who_take_part(world: World) -> None:
    case = placed(world)
    with pytest.raises(NotYours):
        record_evidence(case.ref, "photo", photo(), actor=world.secretary.actor)
    with pytest.raises(CaseNotFound):
        record_evidence(case.ref, "photo", photo(), actor=world.neighbour.actor)
    record_evidence(case.ref, "answer", "letter-7", actor=SYSTEM)
    assert not flaws()
