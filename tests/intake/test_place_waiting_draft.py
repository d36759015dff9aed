import pytest
from tests.intake.test_submit_report import LAMP, draft
from tests.world import World

from gongzhi.cases.models import Case
from gongzhi.intake.actions import place_waiting_draft, submit_report
from gongzhi.intake.models import Draft
from gongzhi.intake.queries import find_waiting_draft
from gongzhi.kernel.actors import VISITOR
from gongzhi.kernel.errors import NotFound


def test_after_signing_in_it_is_placed_once(street: World) -> None:
    submit_report(draft(street), actor=VISITOR)
    waiting = find_waiting_draft("key-0001")
    assert waiting is not None
    assert waiting.draft == draft(street)
    receipt = place_waiting_draft("key-0001", actor=street.resident.actor)
    case = Case.objects.get(ref=receipt.case_ref)
    assert case.reporter_id == street.resident.person_id
    kept = Draft.objects.get()
    assert (kept.state, kept.written, kept.case) == ("placed", "", case)
    with pytest.raises(NotFound):
        place_waiting_draft("key-0001", actor=street.resident.actor)
    assert submit_report(draft(street, words=LAMP), actor=street.resident.actor).case_ref == case.ref


def test_nothing_waits_or_nobody_signed_in(street: World) -> None:
    submit_report(draft(street), actor=VISITOR)
    with pytest.raises(NotFound):
        place_waiting_draft("key-0001", actor=VISITOR)
    with pytest.raises(NotFound):
        place_waiting_draft("key-none", actor=street.resident.actor)
