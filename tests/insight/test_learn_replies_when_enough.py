"""By night, when enough answers are new."""

from importlib import import_module
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.insight.answering import settle
from tests.insight.learned import MATTERS
from tests.insight.reporting import report
from tests.world import World

from gongzhi.insight.actions import (
    learn_replies_when_enough,
)
from gongzhi.insight.queries import list_reply_versions
from gongzhi.kernel.actors import SYSTEM

ROOM = "gongzhi.insight.actions."


@pytest.fixture
def answered(street: World, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """Six answered cases, in a street where five are enough."""
    settings.GONGZHI_HOME = tmp_path
    for name in ("learn_replies", "learn_replies_again"):
        monkeypatch.setattr(import_module(ROOM + name), "LEAST", 5)
    monkeypatch.setattr(import_module(ROOM + "learn_replies_again"), "AGAIN_AFTER", 2)
    for matter in MATTERS:
        said = f"6月3日社区到现场查看，{matter}属实，当天处理好了。"
        settle(street, report(street, f"{matter}，请来看看"), said)
    return street


def test_learn_replies_when_enough(answered: World) -> None:
    assert learn_replies_when_enough(actor=SYSTEM) is not None
    assert learn_replies_when_enough(actor=SYSTEM) is None
    assert len(list_reply_versions()) == 1
