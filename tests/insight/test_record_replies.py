"""What was found in an answer is kept for the supervisor."""

from tests.insight.answering import GOOD, HOLLOW, LAMP, remark, sent, settle
from tests.insight.reporting import report
from tests.web.asking import owner_of
from tests.world import World

from gongzhi.cases.actions import Filing, add_remark, take_outcome
from gongzhi.cases.queries import list_answers
from gongzhi.insight.actions import record_replies
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain


def test_a_settled_case_has_its_answer_recorded(street: World) -> None:
    ref = report(street, LAMP)
    settle(street, ref, HOLLOW)
    (row,) = sent(ref)
    assert row.missing.split(",")[0] == "stock"
    assert row.shown is False
    assert row.solved is None
    assert row.seat_id == owner_of(street, ref).seat_id


def test_no_words_are_kept(street: World) -> None:
    ref = report(street, LAMP)
    settle(street, ref, GOOD)
    (row,) = sent(ref)
    assert row.missing == ""
    assert row.relevance > 50
    assert not any("电工" in str(value) for value in vars(row).values())


def test_twice_changes_nothing(street: World) -> None:
    ref = report(street, LAMP)
    settle(street, ref, GOOD)
    assert record_replies(ref, actor=SYSTEM) == 0
    assert len(sent(ref)) == 1


def test_a_remark_to_residents_counts_one_to_colleagues_does_not(street: World) -> None:
    ref = report(street, LAMP)
    remark(street, ref, "内部：材料在抽屉里", audience="internal")
    assert sent(ref) == []
    remark(street, ref, "配件预计三天内到货")
    assert len(sent(ref)) == 1


def test_words_of_the_resident_and_a_plain_receipt_are_no_answer(street: World) -> None:
    ref = report(street, LAMP)
    add_remark(ref, "还是不亮", actor=street.people["resident"].actor)
    take_outcome(ref, "accept", actor=owner_of(street, ref).actor, filing=Filing(note="马上去看"))
    drain()
    assert sent(ref) == []


def test_whether_the_hint_was_seen(street: World) -> None:
    ref = report(street, LAMP)
    add_remark(ref, "已转有关部门处理。", actor=owner_of(street, ref).actor)
    assert record_replies(ref, actor=owner_of(street, ref).actor, shown=True) == 1
    drain()
    (row,) = sent(ref)
    assert row.shown is True


def test_what_was_said_of_the_result_is_read_with_the_answer(street: World) -> None:
    ref = report(street, LAMP)
    settle(street, ref, GOOD)
    (answer,) = list_answers(ref)
    assert answer.question == "三层楼道的灯不亮了"
    assert (answer.words, answer.outcome, answer.solved) == (GOOD, "settle", None)
