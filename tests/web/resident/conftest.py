"""The street, and phones in the hands of its people."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.asking import Phone
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
def visitor(db: None) -> Client:
    """A phone nobody has signed in on, reading Chinese."""
    return Client(headers={"accept-language": "zh-hans"})


@pytest.fixture
def phone_of(world: World) -> Callable[[str], Phone]:
    """A phone one of the cast has signed in on: `phone_of("resident")`."""
    return lambda key: Phone(world, key)
