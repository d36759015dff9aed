"""What stands in every report is found out."""

import sys

import pytest
from tests.world import World

from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import ReportDraft
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import count_marks
from gongzhi.routing.models import MarkCount
from gongzhi.routing.queries.traces import get_weights


def test_worn_marks_weigh_less_once_there_are_enough(street: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(8):
        words = "电梯又停了" if number < 7 else "水管爆了"
        submit_report(ReportDraft(f"count-marks-{number}", words), actor=SYSTEM)
    before = get_weights()("电梯")
    assert count_marks(actor=SYSTEM) == 8
    assert not MarkCount.objects.exists()  # too few to learn from
    monkeypatch.setattr(sys.modules[count_marks.__module__], "ENOUGH", 5)
    assert count_marks(actor=SYSTEM) == 8
    assert get_weights()("电梯") < before
    assert "水管" not in MarkCount.objects.get().counts_text  # of one report: not kept
    assert count_marks(actor=street.grid_leader.actor) == 0
