"""A street learns from its own answers."""

from importlib import import_module
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.insight.answering import settle
from tests.insight.reporting import report
from tests.world import World

from gongzhi.cases.actions import confirm_result
from gongzhi.insight.actions import learn_replies
from gongzhi.insight.queries.reply import MODEL, ready_checker
from gongzhi.insight.rules.reply import SHIPPED, TooFewAnswers
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.learned import find_holding, read_model

ELSEWHERE = "水务公司营业所派人上门核对水表读数，马桶水箱漏水，已帮忙关紧阀门并讲明阶梯水价。"
MATTERS = ("楼道灯不亮", "电梯卡在五楼", "化粪池往外冒", "东门停车堵路", "楼顶漏水发霉", "烧烤店油烟大")


@pytest.fixture
def answered(street: World, settings: Settings, tmp_path: Path) -> World:
    """Six cases that were answered on the matter, and one refused answer about something else."""
    settings.GONGZHI_HOME = tmp_path
    for matter in MATTERS:
        settle(
            street,
            report(street, f"{matter}，请来看看"),
            f"6月3日社区到现场查看，{matter}属实，当天处理好了。",
        )
    ref = report(street, "健身器材扶手断了")
    settle(street, ref, ELSEWHERE)
    confirm_result(ref, solved=False, actor=street.people["resident"].actor, reason="same")
    drain()
    return street


def test_too_few_answers_teach_nothing(answered: World) -> None:
    with pytest.raises(TooFewAnswers):
        learn_replies(actor=SYSTEM)
    assert ready_checker().weights == SHIPPED


def test_learns_keeps_figures_only_and_holds(answered: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("gongzhi.insight.actions.learn_replies"), "LEAST", 5)
    card = learn_replies(actor=SYSTEM)
    assert card.rows == len(MATTERS) + 1
    assert card.metrics["refused"] == 1
    kept = read_model(MODEL, card.version)
    assert all(len(gram) <= 24 for gram in kept.words["grams"])
    if find_holding(MODEL) is not None:
        assert ready_checker().weights != SHIPPED
