"""gongzhi import-territory."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gongzhi.territory.models import Place
from tests.cli.calling import run
from tests.territory.ground import Ground, lay_ground
from tests.territory.test_preview_import import sheet


@pytest.fixture
def ground(db: None) -> Ground:
    return lay_ground()


def ledger(tmp_path: Path, *rows: tuple[object, ...]) -> str:
    place = tmp_path / "台账.xlsx"
    place.write_bytes(sheet(*rows))
    return str(place)


GOOD = ("永安社区", "永安里", "1号楼", "1-2")
BAD = ("永安社区", "永安里", "2号楼", "", "东", "1")


def test_looked_at_brought_in_and_taken_back(ground: Ground, tmp_path: Path) -> None:
    file = ledger(tmp_path, GOOD)
    before = Place.objects.count()
    with pytest.raises(SystemExit) as ended:
        run("import_territory", file, "--dry-run")
    assert ended.value.code == 0 and Place.objects.count() == before
    brought = run("import_territory", file)
    assert brought["created"] == 5 and brought["errors"] == 0
    assert run("import_territory", file)["created"] == 0
    assert run("import_territory", "--undo", brought["batch"])["taken_back"] == 5
    assert Place.objects.count() == before


def test_rows_that_need_correcting_are_named(ground: Ground, tmp_path: Path) -> None:
    file, said = ledger(tmp_path, GOOD, BAD), StringIO()
    with pytest.raises(CommandError, match="skip-faulty"):
        call_command("import_territory", file, stdout=StringIO(), stderr=said)
    assert said.getvalue().startswith("row 3")
    assert not Place.objects.filter(name="永安里").exists()
    assert run("import_territory", file, "--skip-faulty")["errors"] == 1


@pytest.mark.parametrize("words", [(), ("none.xlsx",), ("a", "--undo", "b"), ("--undo", "000000000000")])
def test_bad_input_ends_in_one_line(ground: Ground, words: tuple[str, ...]) -> None:
    with pytest.raises(CommandError) as refused:
        run("import_territory", *words)
    assert len(str(refused.value).splitlines()) == 1
