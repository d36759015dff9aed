"""`gongzhi`: the door for people at a keyboard."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.homes import ROOT, figures, surroundings


@pytest.mark.parametrize("words", [["playbook", "list"], ["restore", "BACKUP"]])
def test_a_reader_who_goes_away_ends_it_quietly(home: Path, tmp_path: Path, words: list[str]) -> None:
    """`gongzhi restore b.tar.gz | head -0`: no “Broken pipe”, no traceback."""
    backup = tmp_path / "b.tar.gz"
    if "BACKUP" in words:
        figures(home, "backup", str(backup))
    given = [str(backup) if word == "BACKUP" else word for word in words]
    place = tmp_path / "fresh" if "BACKUP" in words else home
    command = [sys.executable, "-m", "gongzhi", *given]
    running = subprocess.Popen(
        command, cwd=ROOT, env=surroundings(place), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None and running.stderr is not None
    running.stdout.close()
    said = running.stderr.read().decode()
    running.stderr.close()
    running.wait()
    assert "Broken pipe" not in said and "Traceback" not in said, said
