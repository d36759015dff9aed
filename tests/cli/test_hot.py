"""`gongzhi hot`: a table of texts, or the street's own cases, sorted into matters."""

import json
import lzma
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gongzhi.kernel.sheets import write_csv, write_sheet
from tests.insight.hot_street import matter_of, written
from tests.insight.reporting import lamp_reports
from tests.world import World

HEAD = ("编号", "主题", "内容", "时间", "点赞")
SHARED = Path(__file__).resolve().parents[3] / "shared/data/citizen-messages/hot_issue_messages.csv.xz"
ROWS = [(one.ref, one.text, one.more, str(one.day), "3") for one in written()]
COLUMNS = ("--text", "主题", "--text", "内容", "--time", "时间", "--id", "编号", "--likes", "点赞")


def hot(*arguments: str) -> list[dict[str, object]]:
    """What the command prints as JSON."""
    out = StringIO()
    call_command("hot", *arguments, "--json", stdout=out)
    answer: list[dict[str, object]] = json.loads(out.getvalue())
    return answer


def said(*arguments: str) -> str:
    """What it prints for people."""
    out = StringIO()
    call_command("hot", *arguments, stdout=out)
    return out.getvalue()


def kept(folder: Path, name: str) -> str:
    """The invented messages as a file of this kind."""
    plain = write_csv(HEAD, ROWS).decode("utf-8-sig")
    content = {
        "utf8.csv": plain.encode(),
        "gbk.csv": plain.encode("gb18030"),
        "packed.csv.xz": lzma.compress(plain.encode()),
        "book.xlsx": write_sheet(HEAD, ROWS),
    }[name]
    (folder / name).write_bytes(content)
    return str(folder / name)


@pytest.mark.parametrize("name", ["utf8.csv", "gbk.csv", "packed.csv.xz", "book.xlsx"])
def test_a_table_of_any_kind(tmp_path: Path, name: str) -> None:
    found = hot(kept(tmp_path, name), *COLUMNS, "--top", "3")
    assert len(found) == 3
    first = found[0]
    assert set(first) >= {"name", "heat", "first", "last", "trend", "members"}
    assert first["first"] is not None
    assert isinstance(first["members"], list)
    assert len({matter_of(ref) for ref in first["members"]}) == 1


def test_one_column_of_texts_is_enough(tmp_path: Path) -> None:
    found = hot(kept(tmp_path, "utf8.csv"), "--text", "内容")
    assert found
    assert found[0]["first"] is None
    assert all(str(ref).isdigit() for ref in found[0]["members"])  # type: ignore[attr-defined]


def test_figures_for_people(tmp_path: Path) -> None:
    lines = said(kept(tmp_path, "utf8.csv"), *COLUMNS).splitlines()
    assert len(lines) <= 10
    assert "·" in lines[0]
    assert "↑" in "".join(lines)


def test_odd_rows(tmp_path: Path) -> None:
    rows = [
        ("1", "", "", "", ""),
        ("2", "The street light in Willow Lane is broken", "", "yesterday", "x"),
        ("3", "😀😀", "😀", "2026-02-30", "-4"),
        ("4", "夜間施工噪音擾民", "請處理", "2026/8/1 11:25:05", "9" * 30),
        ("5", "很长" * 20_000, "很长" * 20_000, "20260801", "1"),
    ]
    path = tmp_path / "odd.csv"
    path.write_bytes(write_csv(HEAD, rows))
    assert hot(str(path), *COLUMNS) == []
    path.write_bytes(write_csv(HEAD, rows[:1]))
    assert hot(str(path), "--text", "主题") == []
    assert "nothing" in said(str(path), "--text", "主题")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--text", "标题"), "标题"),
        (("--text", "主题", "--time", "日期"), "日期"),
        ((), "--text"),
    ],
)
def test_bad_columns_are_one_clear_line(tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
    with pytest.raises(CommandError) as failed:
        hot(kept(tmp_path, "utf8.csv"), *arguments)
    assert reason in str(failed.value)
    assert "\n" not in str(failed.value)


def test_no_file_no_table(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        hot(str(tmp_path / "absent.csv"), "--text", "a")
    wrong = tmp_path / "wrong.pdf"
    wrong.write_bytes(b"%PDF-1.4")
    with pytest.raises(CommandError):
        hot(str(wrong), "--text", "a")


def test_the_streets_own_cases(world: World) -> None:
    refs = lamp_reports(world)
    found = hot("--days", "30")
    assert set(found[0]["members"]) == set(refs)  # type: ignore[call-overload]
    assert found[0]["people"] == 2
    assert hot("--place", "翠苑小区")
    assert hot("--place", "纺织家属院") == []
    with pytest.raises(CommandError):
        hot("--place", "没有这个地方")


def test_the_measured_messages(capsys: pytest.CaptureFixture[str]) -> None:
    if not SHARED.exists():
        pytest.skip("the measured messages are not on this machine")
    columns = ("--text", "留言主题", "--text", "留言详情", "--time", "留言时间", "--id", "留言编号")
    found = hot(str(SHARED), *columns, "--likes", "点赞数")
    assert found[0]["members"]
    with capsys.disabled():
        sys.stdout.write(f"\n4,326 messages: {found[0]['name']}, {len(found[0]['members'])} members\n")  # type: ignore[arg-type]
