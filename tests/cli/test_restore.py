"""gongzhi restore: the same house again, without what was erased since."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.homes import figures, gongzhi, run_python


@pytest.fixture
def backup(home: Path, tmp_path: Path) -> Path:
    place = tmp_path / "backup.tar.gz"
    figures(home, "backup", str(place))
    return place


def test_verify_says_the_same_in_the_new_place(home: Path, backup: Path, tmp_path: Path) -> None:
    before = figures(home, "verify")
    fresh = tmp_path / "fresh"
    restored = figures(fresh, "restore", str(backup))
    assert restored["erased_again"] == 0
    assert figures(fresh, "verify") == before
    refused = gongzhi(fresh, "restore", str(backup))
    assert refused.returncode == 1 and "already here" in refused.stderr


def test_what_was_erased_after_the_backup_is_erased_again(home: Path, backup: Path, tmp_path: Path) -> None:
    done = run_python(home, "-m", "tests.cli.small_home", "erase")
    assert done.returncode == 0, done.stderr
    noted = home / "erasures.jsonl"
    assert len(noted.read_text().splitlines()) == 2
    for name, options in (("given", ["--erasures", str(noted)]), ("lying-there", [])):
        fresh = tmp_path / name
        fresh.mkdir()
        if not options:
            shutil.copy(noted, fresh)
        assert figures(fresh, "restore", str(backup), *options)["erased_again"] == 2
        assert figures(fresh, "verify")["flaws"] == []
        db = sqlite3.connect(fresh / "gongzhi.sqlite3")
        assert db.execute(
            "SELECT count(*) FROM registry_person WHERE tombstone_at IS NOT NULL"
        ).fetchone() == (1,)
        assert db.execute("SELECT count(*) FROM cases_remark WHERE erased_at IS NOT NULL").fetchone() == (1,)
        db.close()


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x1f\x8b" + b"\x00" * 40])
def test_what_is_no_archive(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "b.tar.gz"
    place.write_bytes(content)
    done = gongzhi(tmp_path / "fresh", "restore", str(place))
    assert done.returncode == 1 and "Traceback" not in done.stderr and len(done.stderr.splitlines()) == 1
