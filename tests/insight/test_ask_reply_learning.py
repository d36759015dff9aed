"""Asking the worker to learn from answers; too few are said to be."""

from pathlib import Path

import pytest
from pytest_django import Settings
from tests.world import World

from gongzhi.insight.actions import (
    ask_reply_learning,
)
from gongzhi.insight.rules.reply import TooFewAnswers
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied

ROOM = "gongzhi.insight.actions."


def test_nobody_asks_for_learning_from_nothing(street: World, settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path
    with pytest.raises(TooFewAnswers):
        ask_reply_learning(actor=SYSTEM)


def test_needs_the_right(street: World) -> None:
    with pytest.raises(Denied):
        ask_reply_learning(actor=VISITOR)
