"""The world with the shipped lists and its departments assigned."""

import pytest
from tests.world import World, build_staffed_world


@pytest.fixture
def street(db: None) -> World:
    """A street where reports find their hands."""
    return build_staffed_world()
