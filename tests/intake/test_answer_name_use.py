"""Was it you? Answered by the link, once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.intake.test_submit_report import draft
from tests.world import World

from gongzhi.cases.models import Case, Event
from gongzhi.cases.queries import verify_cases
from gongzhi.intake.actions import answer_name_use, submit_report, write_name_use
from gongzhi.intake.actions.answer_name_use import AlreadyAnswered
from gongzhi.intake.models import NameUse
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import NotFound


@pytest.fixture
def token(street: World) -> str:
    order = replace(draft(street), channel="phone", caller_phone=street.neighbour.phone)
    case_ref = str(submit_report(order, actor=street.duty_desk.actor).case_ref)
    return write_name_use(case_ref, street.neighbour.person_id, actor=SYSTEM)


def test_not_me_leaves_the_case_without_reporter(token: str) -> None:
    answer_name_use(token, mine=False, actor=VISITOR)
    case = Case.objects.get()
    assert (case.reporter_id, case.alarm) == (None, "not-me")
    assert NameUse.objects.get().answer == "not-mine"
    assert not list(verify_cases())
    with pytest.raises(AlreadyAnswered):
        answer_name_use(token, mine=True, actor=VISITOR)


def test_it_was_me_stands_in_the_history(token: str) -> None:
    answer_name_use(token, mine=True, actor=VISITOR)
    assert Event.objects.filter(kind="acknowledged").count() == 1
    assert Case.objects.get().reporter_id is not None


def test_a_link_ends(token: str) -> None:
    with clock.frozen(clock.now() + timedelta(days=31)), pytest.raises(NotFound):
        answer_name_use(token, mine=False, actor=VISITOR)
    with pytest.raises(NotFound):
        answer_name_use("invented", mine=False, actor=VISITOR)
