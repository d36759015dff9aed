"""`gongzhi learn-replies`."""

from importlib import import_module
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library
from tests.cli.calling import run
from tests.insight.answering import settle
from tests.insight.reporting import report
from tests.world import World

MATTERS = ("楼道灯不亮", "电梯卡在五楼", "化粪池往外冒", "楼顶漏水发霉", "烧烤店油烟大")


@pytest.fixture
def answered(world: World, settings: Settings, tmp_path: Path) -> World:
    settings.GONGZHI_HOME = tmp_path
    load_library(actor=SYSTEM)
    for matter in MATTERS:
        settle(world, report(world, f"{matter}，请来看看"), f"6月3日社区到现场查看，{matter}属实。")
    return world


def test_a_street_without_history_is_told_so(answered: World) -> None:
    with pytest.raises(CommandError):
        call_command("learn_replies")


def test_says_how_good_it_is(answered: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("gongzhi.insight.actions.learn_replies"), "LEAST", 5)
    figures = run("learn_replies")
    assert (figures["version"], figures["answers"]) == (1, len(MATTERS))
    assert 0 <= figures["auc"] <= 1
    assert isinstance(figures["holds"], bool)
