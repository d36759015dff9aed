"""The street, the running site and one browser a file."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from tests.journeys.stage import Stage
from tests.web.browser import open_browser
from tests.world import World, build_listed_world


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all journeys of a file."""
    with open_browser() as one:
        yield one


@pytest.fixture
def world(transactional_db: None) -> World:
    """The small street with its cast, and the lists routing ships."""
    return build_listed_world()


@pytest.fixture
def stage(browser: Browser, live_server: LiveServer, world: World, tmp_path: Path) -> Iterator[Stage]:
    """A fresh street for one journey."""
    one = Stage(browser, live_server.url, world, tmp_path)
    yield one
    one.close()
    gc.collect()  # a page left while its photos load leaves files half read; put them away within this test
