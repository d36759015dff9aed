"""The small street with the lists routing ships."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.insight.answering import settle
from tests.insight.learned import MATTERS
from tests.insight.reporting import report
from tests.world import World, build_listed_world

from gongzhi.insight.events import TopicProposed
from gongzhi.kernel.events import subscribe, unsubscribe

ROOM = "gongzhi.insight.actions."


@pytest.fixture
def street(db: None) -> World:
    """A street where reports find their hands."""
    return build_listed_world()


@pytest.fixture
def proposed() -> Iterator[list[TopicProposed]]:
    """What a room that listens for proposed topics hears."""
    heard: list[TopicProposed] = []
    subscribe(TopicProposed, name="tests.on_topic_proposed", call=heard.append)
    yield heard
    unsubscribe(TopicProposed, name="tests.on_topic_proposed")


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
