"""Learning in an empty home, in a process of its own."""

import csv
from pathlib import Path

from tests.cli.homes import figures, gongzhi
from tests.routing.learning import labelled


def table(place: Path, encoding: str = "utf-8") -> Path:
    """The invented reports as a file."""
    with place.open("w", encoding=encoding, newline="") as out:
        csv.writer(out).writerows(
            [("标题", "内容", "类别"), *(("", text, label) for text, label in labelled())]
        )
    return place


def test_in_an_empty_home(tmp_path: Path) -> None:
    home, file = tmp_path / "home", table(tmp_path / "reports.csv", "gb18030")
    columns = ("--text", "标题", "--text", "内容", "--label", "类别")
    learned = figures(home, "train", "--from", str(file), *columns)
    assert (learned["holds"], learned["labels"], learned["verdict"]) == (True, 4, "first")
    found = figures(home, "evaluate", str(file), *columns, "--curve", str(file))
    assert found["accuracy"] > 0.9
    assert {"macro_f1", "accuracy_at_90", "ece", "ms_per_text", "per_class", "confusion"} <= set(found)
    assert [one["labels"] for one in found["curve"]] == [100, 300, len(labelled())]
    routed = figures(home, "route", "路灯不亮了")
    assert (routed["category"], routed["path"], routed["from"]) == ("路灯", None, "learned")


def test_without_anything_it_says_what_is_missing(tmp_path: Path) -> None:
    done = gongzhi(tmp_path / "home", "train")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "--from FILE" in done.stderr


def test_a_wrong_column_is_named(tmp_path: Path) -> None:
    file = table(tmp_path / "reports.csv")
    done = gongzhi(tmp_path / "home", "train", "--from", str(file), "--text", "正文", "--label", "类别")
    assert done.returncode != 0
    assert "标题" in done.stderr


def test_a_tree_of_names(tmp_path: Path) -> None:
    file = tmp_path / "tree.csv"
    file.write_text("一级,二级\n路灯,灯杆\n垃圾,保洁\n停车,车位\n", "utf-8")
    for words in (("--tree", str(file)), ("--from", str(file), "--text", "二级", "--label", "一级")):
        assert figures(tmp_path / "home", "train", *words)["labels"] == 3
    assert figures(tmp_path / "home", "route", "车位被人占了")["category"] == "停车"
