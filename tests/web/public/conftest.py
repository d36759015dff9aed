"""The street, seen by anybody."""

import pytest
from django.test import Client
from tests.world import World, build_world

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library


@pytest.fixture
def world(db: None) -> World:
    """The small street with its cast, and the lists routing ships."""
    street = build_world()
    load_library(actor=SYSTEM)
    return street


@pytest.fixture
def anybody(db: None) -> Client:
    """A phone nobody has signed in on, reading Chinese."""
    return Client(headers={"accept-language": "zh-hans"})
