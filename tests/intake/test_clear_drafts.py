from datetime import timedelta

import pytest
from tests.intake.test_submit_report import draft
from tests.world import World

from gongzhi.intake.actions import clear_drafts, submit_report
from gongzhi.intake.models import Draft
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied


def test_waiting_reports_go_after_thirty_days_placed_ones_stay(street: World) -> None:
    submit_report(draft(street), actor=VISITOR)
    submit_report(draft(street, key="key-0002"), actor=street.resident.actor)
    assert clear_drafts(actor=SYSTEM) == 0
    with clock.frozen(clock.now() + timedelta(days=31)):
        assert clear_drafts(actor=SYSTEM) == 1
        assert clear_drafts(actor=SYSTEM) == 0
    assert [one.state for one in Draft.objects.all()] == ["placed"]


def test_only_the_house_itself(street: World) -> None:
    with pytest.raises(Denied):
        clear_drafts(actor=street.administrator.actor)
