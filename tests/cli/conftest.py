"""One small home built once; each test works on a copy."""

import shutil
from pathlib import Path

import pytest

from tests.cli.homes import run_python


@pytest.fixture(scope="session")
def built_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A street with a handful of cases, made through the real actions."""
    home = tmp_path_factory.mktemp("built") / "home"
    home.mkdir()
    done = run_python(home, "-m", "tests.cli.small_home")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def home(built_home: Path, tmp_path: Path) -> Path:
    """A copy to do anything to."""
    return Path(shutil.copytree(built_home, tmp_path / "home"))
