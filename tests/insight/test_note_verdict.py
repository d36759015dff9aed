"""What residents said of the result is linked to the answer it followed."""

from tests.insight.answering import GOOD, HOLLOW, LAMP, sent, settle
from tests.insight.reporting import report
from tests.world import World

from gongzhi.cases.actions import confirm_result
from gongzhi.insight.actions import note_verdict
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain


def test_a_refused_answer_is_known_as_such(street: World) -> None:
    ref = report(street, LAMP)
    settle(street, ref, HOLLOW)
    confirm_result(ref, solved=False, actor=street.people["resident"].actor, reason="same")
    drain()
    (row,) = sent(ref)
    assert row.solved is False


def test_an_accepted_one_too(street: World) -> None:
    ref = report(street, LAMP)
    settle(street, ref, GOOD)
    confirm_result(ref, solved=True, actor=street.people["resident"].actor)
    drain()
    (row,) = sent(ref)
    assert row.solved is True


def test_not_solved_outweighs_solved(street: World) -> None:
    ref = report(street, LAMP)
    settle(street, ref, GOOD)
    for solved in (True, False, True):
        note_verdict(ref, solved, actor=SYSTEM)
    (row,) = sent(ref)
    assert row.solved is False


def test_without_an_answer_nothing_is_kept(street: World) -> None:
    ref = report(street, LAMP)
    note_verdict(ref, False, actor=SYSTEM)
    assert sent(ref) == []
