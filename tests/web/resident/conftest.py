"""The street, and phones in the hands of its people."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.asking import Phone
from tests.world import World, build_listed_world


@pytest.fixture
def world(db: None) -> World:
    """The small street with its cast, and the lists routing ships."""
    return build_listed_world()


@pytest.fixture
def visitor(db: None) -> Client:
    """A phone nobody has signed in on, reading Chinese."""
    return Client(headers={"accept-language": "zh-hans"})


@pytest.fixture
def phone_of(world: World) -> Callable[[str], Phone]:
    """A phone one of the cast has signed in on: `phone_of("resident")`."""
    return lambda key: Phone(world, key)
