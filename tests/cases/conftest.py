"""Anchors of one test are not those of another."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def anchors_home(settings: Settings, tmp_path: Path, own_home: Path) -> Path:
    """A home of its own for what leaves the database; keys stay where they are."""
    settings.GONGZHI_HOME = tmp_path
    return tmp_path
