"""The invented ground, fresh for each test."""

import pytest
from tests.territory.ground import Ground, lay_ground


@pytest.fixture
def ground(db: None) -> Ground:
    """A small street."""
    return lay_ground()
