"""The street, seen by anybody."""

import pytest
from django.test import Client
from tests.world import World, build_listed_world


@pytest.fixture
def world(db: None) -> World:
    """The small street with its cast, and the lists routing ships."""
    return build_listed_world()


@pytest.fixture
def anybody(db: None) -> Client:
    """A phone nobody has signed in on, reading Chinese."""
    return Client(headers={"accept-language": "zh-hans"})
