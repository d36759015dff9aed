"""Measuring what was learned."""

from pathlib import Path

from tests.cli.homes import gongzhi
from tests.cli.test_train import table


def test_before_anything_was_learned_it_says_so(tmp_path: Path) -> None:
    file = table(tmp_path / "reports.csv")
    done = gongzhi(tmp_path / "home", "evaluate", str(file), "--text", "内容", "--label", "类别")
    assert done.returncode != 0
    assert "请先训练" in done.stderr


def test_for_people(tmp_path: Path) -> None:
    file, home = table(tmp_path / "reports.csv"), tmp_path / "home"
    columns = ("--text", "内容", "--label", "类别")
    assert gongzhi(home, "train", "--from", str(file), *columns).returncode == 0
    done = gongzhi(home, "evaluate", str(file), *columns)
    assert done.returncode == 0, done.stderr
    assert "macro f1" in done.stdout
