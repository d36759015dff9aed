"""gongzhi backup: everything in one archive, never half of one."""

import tarfile
from pathlib import Path

from tests.cli.homes import figures, gongzhi


def test_everything_is_in_it_and_nothing_personal_is_open(home: Path, tmp_path: Path) -> None:
    place = tmp_path / "backup.tar.gz"
    counted = figures(home, "backup", str(place))
    assert counted["rows"] > 100 and counted["files"] >= 2
    with tarfile.open(place) as tar:
        names = tar.getnames()
        people = tar.extractfile("tables/accounts_user.jsonl")
        assert people is not None and b"1380000" not in people.read()
    assert {"keys.json", "manifest.json"} <= set(names)
    assert not list(tmp_path.glob("*.part"))


def test_the_keys_may_stay_elsewhere(home: Path, tmp_path: Path) -> None:
    figures(home, "backup", str(tmp_path / "b.tar.gz"), "--without-keys")
    with tarfile.open(tmp_path / "b.tar.gz") as tar:
        assert "keys.json" not in tar.getnames()


def test_no_such_folder(home: Path, tmp_path: Path) -> None:
    done = gongzhi(home, "backup", str(tmp_path / "nowhere" / "b.tar.gz"))
    assert done.returncode == 1 and "no such folder" in done.stderr and "Traceback" not in done.stderr
