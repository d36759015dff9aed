"""The small street with the lists routing ships."""

from collections.abc import Iterator

import pytest
from tests.world import World, build_listed_world

from gongzhi.insight.events import TopicProposed
from gongzhi.kernel.events import subscribe, unsubscribe


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
