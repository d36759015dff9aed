import io
import lzma
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from gongzhi.kernel import sheets
from gongzhi.kernel.errors import Invalid

COLUMNS = ("编号", "内容", "电话")
ROWS = [("1", "路灯坏了", "13800001234"), ("2", "井盖响\n两天", "13800004321")]
CSV = '编号,内容,电话\n1,路灯坏了,13800001234\n\n2,"井盖响\n两天",13800004321\n'


def workbook(*lines: tuple[object, ...]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(out)
    return out.getvalue()


def table(content: bytes | Path, **options: int) -> list[tuple[str, ...]]:
    return [tuple(row.values()) for row in sheets.read_sheet(content, **options).rows]


@pytest.mark.parametrize(
    "content",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("gb18030"),
        CSV.encode("utf-16"),
        CSV.replace(",", ";").encode(),
        CSV.replace("\n1,", "\r\n1,").encode(),
        lzma.compress(CSV.encode("gbk")),
        workbook(COLUMNS, *ROWS),
        workbook(("柳荫社区事项台账",), (), COLUMNS, *ROWS),
        workbook(COLUMNS, (1.0, "路灯坏了", 13800001234), (2, "井盖响\n两天", 13800004321.0)),
    ],
)
def test_tables_as_offices_have_them(content: bytes) -> None:
    sheet = sheets.read_sheet(content)
    assert sheet.columns == COLUMNS
    assert table(content) == ROWS
    assert list(sheet.rows) == list(sheet.rows), "a sheet can be gone through twice"


def test_rows_carry_the_number_seen_in_excel(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv.xz"
    path.write_bytes(lzma.compress("名称,数\n甲,1\n\n乙,2".encode()))
    sheet = sheets.read_sheet(path)
    assert sheet.name == "台账.csv.xz"
    assert [number for number, _row in sheet.numbered()] == [2, 4]


def test_dates_read_as_people_write_them() -> None:
    content = workbook(("日", "时", "真"), (date(2026, 1, 5), datetime(2026, 1, 5, 8, 30), True))  # noqa: DTZ001
    assert table(content) == [("2026-01-05", "2026-01-05T08:30:00", "1")]


def test_columns_get_names() -> None:
    assert sheets.read_sheet(b"a, ,a,b\n1,2,3,4\n").columns == ("a", "B", "a (2)", "b")
    assert table(b"a,b,c\n1\n1,2,3,4,5\n") == [("1", "", ""), ("1", "2", "3")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"PK\x03\x04 not really", "not-a-sheet"),
        (b"\xfd7zXZ\x00 broken", "not-a-sheet"),
        (lzma.compress(CSV.encode())[:-30], "not-a-sheet"),
        (b"%PDF-1.7\n1 0 obj", "not-a-sheet"),
        (bytes(range(9)) * 400, "not-a-sheet"),
        (b"a,b\n\x81\x20\xff\xff", "not-letters"),
        (",".join(f"c{n}" for n in range(501)).encode() + b"\n1", "too-wide"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        list(sheets.read_sheet(content).rows)
    assert refused.value.code == code


def test_too_many_rows_are_refused_with_the_number() -> None:
    with pytest.raises(Invalid) as refused:
        table(b"a\n" + b"1\n" * 12, max_rows=10)
    assert refused.value.code == "too-many-rows" and "10" in str(refused.value)


def test_packed_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_UNPACKED", 100_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("xl/workbook.xml", b" " * 200_000)
    for content in (packed.getvalue(), lzma.compress(b"a,b\n" + b"1,2\n" * 50_000)):
        with pytest.raises(Invalid) as refused:
            table(content)
        assert refused.value.code == "too-large"


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "＝1", '=HYPERLINK("x")'])
def test_no_cell_runs_and_each_comes_back(cell: str) -> None:
    for written in (
        sheets.write_sheet(["a", "b"], [[cell, "x"]]),
        sheets.write_csv(["a", "b"], [[cell, "x"]]),
    ):
        assert table(written) == [(cell.strip(), "x")]
    stored = load_workbook(io.BytesIO(sheets.write_sheet(["a"], [[cell]]))).active["A2"]
    assert stored.data_type == "s" and str(stored.value).startswith("'")


def test_numbers_and_moments_stay_what_they_are() -> None:
    assert sheets.neutral("-5") == "-5" and sheets.neutral(-5) == -5 and sheets.neutral(None) is None
    assert sheets.neutral("-5+cmd|' /C calc'!A0").startswith("'")  # type: ignore[attr-defined]
    moment = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
    assert sheets.neutral(moment) == "2026-01-05T08:30+00:00"


def test_an_office_gets_its_rows_back_with_what_is_wrong() -> None:
    content = sheets.write_sheet(["编号", "内容"], [["1", "", "没有写内容"]], errors="问题")
    sheet = sheets.read_sheet(content)
    assert sheet.columns == ("编号", "内容", "问题")
    cell = load_workbook(io.BytesIO(content)).active["C2"]
    assert cell.font.color.rgb == "00C00000" and cell.value == "没有写内容"


REAL = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.mark.skipif(not REAL.exists(), reason="real data for measuring is not on this machine")
def test_real_tables_are_read_whole() -> None:
    raw = REAL / "citizen-messages" / "dev_raw.csv"
    assert sum(1 for _ in sheets.read_sheet(raw).rows) == 456
    assert sum(1 for _ in sheets.read_sheet(REAL / "baltimore-311" / "311_sample.csv.xz").rows) == 10_000
    assert sum(1 for _ in sheets.read_sheet(REAL / "citizen-messages" / "taxonomy.xlsx").rows) == 517
