"""The small street with the lists routing ships."""

import pytest
from tests.world import World, build_world

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library


@pytest.fixture
def street(db: None) -> World:
    """A street where reports find their hands."""
    world = build_world()
    load_library(actor=SYSTEM)
    return world
