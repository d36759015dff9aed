"""Silence counts from delivery."""

from gongzhi.cases.actions import note_question_delivered
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from tests.cases.playing import HOUR, MONDAY, flaws, placed, row, settle
from tests.world import World


def test_note_question_delivered_starts_the_silence_clock_once(world: World) -> None:
    with clock.frozen(MONDAY) as now:
        case = placed(world)
        note_question_delivered(case.ref, world.resident.person_id, now(), actor=SYSTEM)
        assert row(case).silence_at is None
        settle(world, case)
        note_question_delivered(case.ref, world.resident.person_id, now(), actor=SYSTEM)
        started = row(case).silence_at
        assert started is not None and started == row(case).wake_at
        note_question_delivered(case.ref, world.resident.person_id, now() + HOUR, actor=SYSTEM)
        assert row(case).silence_at == started
    assert not flaws()
