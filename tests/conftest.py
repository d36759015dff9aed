"""Every test has keys, files and a pile of text messages of its own; nothing is written into a real home."""

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import pytest
from django.core.cache import cache
from django.db import connections
from pytest_django import Settings

from gongzhi.gateways.sms import KEPT
from gongzhi.kernel.revision import forget_all
from tests.world import World, build_world

WITH_DATABASE = "--only-with-database"
_DATABASE = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(WITH_DATABASE, action="store_true", help="leave out what no database can change")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With the option: pure rules and commands in homes of their own are the same on every database."""
    if config.getoption(WITH_DATABASE):
        config.hook.pytest_deselected(items=[one for one in items if not _asks_the_database(one)])
        items[:] = filter(_asks_the_database, items)


def _asks_the_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("kill")
    return marked is not None or bool(_DATABASE & set(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session")
def session_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all tests of a process: making keys anew for each would cost more than it proves."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def own_home(request: pytest.FixtureRequest, settings: Settings, session_home: Path) -> Iterator[Path]:
    """Point keys, files and text messages away from the real home."""
    settings.GONGZHI_HOME = session_home
    settings.GONGZHI_KEYS = session_home / "keys.json"
    settings.GONGZHI_FILES = session_home / "files"
    settings.GONGZHI_SMS = "kept"
    settings.STATIC_ROOT = session_home / "static"
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    settings.WHITENOISE_AUTOREFRESH = True  # found when asked for: else every new client lists them all
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    KEPT.sent.clear()
    cache.clear()
    yield session_home
    KEPT.sent.clear()
    rmtree(session_home / "models", ignore_errors=True)  # what one test has learned the next does not know
    if _empties_tables(request):
        forget_all()


def _empties_tables(request: pytest.FixtureRequest) -> bool:
    """Whether the test ends by emptying every table instead of rolling back."""
    marked = request.node.get_closest_marker("django_db")
    return bool({"transactional_db", "live_server"} & set(request.fixturenames)) or bool(
        marked and marked.kwargs.get("transaction")
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each parallel worker has a database of its own. On SQLite it is a file, as in use: one in memory has a
    single connection, which pages asked for at the same moment would have to share."""
    default = connections["default"]
    if default.vendor == "sqlite":
        default.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture
def world(db: None) -> World:
    """The street and its cast (see tests/world.py)."""
    return build_world()
