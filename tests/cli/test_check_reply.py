"""`gongzhi check-reply`, for one answer and for a table."""

import csv
import json
import lzma
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gongzhi.kernel.sheets import write_sheet
from tests.cli.calling import say

QUESTION = "三号院2单元门口路灯坏了十天，晚上看不见路"
GOOD = "6月3日上午，社区电工到三号院现场查看，2单元门口路灯灯头烧坏，已当场更换。如再不亮请拨打13800000000。"
ROWS = [
    ("路灯不亮", QUESTION, GOOD),
    ("优待证", "请问老年优待证怎么办", "请咨询民政部门。"),
    ("", "", ""),
    ("lamp 💡", "The lamp at gate 3 is out", "Our electrician replaced the lamp at gate 3 on 3 June."),
    ("路燈", "三號院路燈壞了" * 4000, "社區電工已經更換三號院路燈。"),
]
COLUMNS = ("题目", "内容", "答复")


@pytest.fixture(autouse=True)
def _empty_home(settings: object, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path / "home"  # type: ignore[attr-defined]


def figures(*words: str) -> dict[str, object]:
    out = StringIO()
    call_command("check_reply", *words, "--json", stdout=out)
    found: dict[str, object] = json.loads(out.getvalue())
    return found


def test_one_answer() -> None:
    found = figures("--question", "路灯不亮", "--question", QUESTION, "--reply", GOOD)
    assert found["missing"] == []
    assert 0.8 < float(str(found["relevance"])) <= 1


def test_one_answer_that_says_nothing() -> None:
    found = figures("--question", QUESTION, "--reply", "您的留言已收悉，感谢您的支持。")
    assert found["missing"][0] == "stock"  # type: ignore[index]
    assert set(found["hints"][0]) == {"code", "zh", "en"}  # type: ignore[index]


@pytest.mark.parametrize("reply", ["", "👍", "x" * 60_000, "謝謝您的來信"])
def test_odd_answers(reply: str) -> None:
    found = figures("--question", QUESTION, f"--reply={reply}")
    assert 0 <= float(str(found["relevance"])) <= 1
    assert found["missing"]


def test_for_people_it_is_said_line_by_line() -> None:
    said = say("check_reply", "--question", QUESTION, "--reply", "已转有关部门处理。")
    assert "forwarded" in said and "relevance" in said
    assert "nothing is missing" in say("check_reply", "--question", QUESTION, "--reply", GOOD)


def write_table(path: Path) -> Path:
    if path.suffix == ".xlsx":
        path.write_bytes(write_sheet(COLUMNS, ROWS))
        return path
    out = StringIO()
    csv.writer(out).writerows([COLUMNS, *[[cell.replace("💡", "") for cell in row] for row in ROWS]])
    written = out.getvalue().encode("gb18030" if "gbk" in path.name else "utf-8")
    path.write_bytes(lzma.compress(written) if path.suffix == ".xz" else written)
    return path


@pytest.mark.parametrize("name", ["t.csv", "gbk.csv", "t.csv.xz", "t.xlsx"])
def test_a_table(name: str, tmp_path: Path) -> None:
    place = write_table(tmp_path / name)
    told = ("--from", str(place), "--question", "题目", "--question", "内容", "--reply", "答复")
    found = figures(*told, "--shuffle", "4")
    assert found["rows"] == 4  # a row without any text is no row
    assert len(found["results"]) == 4  # type: ignore[arg-type]
    assert 0 <= float(str(found["auc"])) <= 1
    assert "mean relevance" in say("check_reply", *told)


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    place = write_table(tmp_path / "t.csv")
    with pytest.raises(CommandError, match="没有"):
        figures("--from", str(place), "--question", "没有", "--reply", "答复")


def test_a_table_with_only_its_head(tmp_path: Path) -> None:
    place = tmp_path / "head.csv"
    place.write_text("q,a\n", "utf-8")
    found = figures("--from", str(place), "--question", "q", "--reply", "a", "--shuffle", "1")
    assert (found["rows"], found["mean_relevance"], found["auc"]) == (0, None, 0.5)


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(CommandError, match="no such file"):
        figures("--from", "nowhere.csv", "--question", "q", "--reply", "a")
