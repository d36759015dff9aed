"""The world with the shipped lists."""

import pytest
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import assign_section, load_library


@pytest.fixture
def street(world: World) -> World:
    """Lists loaded, departments assigned."""
    load_library(actor=SYSTEM)
    for duty in ("city-management", "safety", "housing"):
        assign_section(duty, world.organisations["department"], actor=SYSTEM)
    assign_section("emergency", world.organisations["other_department"], actor=SYSTEM)
    return world
