import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gongzhi.cases.models import Case
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library
from tests.intake.sheets import BINS, LAMP, SILENT, table
from tests.world import World


def run(path: Path, *options: str) -> dict[str, object]:
    out = StringIO()
    call_command("import_reports", str(path), "--json", *options, stdout=out)
    answer: dict[str, object] = json.loads(out.getvalue())
    return answer


@pytest.fixture
def file(world: World, tmp_path: Path) -> Path:
    load_library(actor=SYSTEM)
    path = tmp_path / "工单.csv"
    path.write_bytes(table(LAMP, BINS, SILENT))
    return path


def test_a_look_then_the_import_then_nothing_new(file: Path) -> None:
    looked = run(file, "--dry-run")
    assert (looked["rows"], looked["new"], looked["errors"]) == (3, 2, 1)
    assert Case.objects.count() == 0
    first = run(file)
    assert (first["created"], first["already_there"], first["errors"], first["duty_desk"]) == (2, 0, 1, 0)
    assert run(file)["created"] == 0


def test_figures_for_people(file: Path) -> None:
    out, complaints = StringIO(), StringIO()
    call_command("import_reports", str(file), stdout=out, stderr=complaints)
    assert "rows per second" in out.getvalue()
    assert "row 4" in complaints.getvalue()


def test_bad_input_is_one_clear_line(world: World, tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        run(tmp_path / "absent.csv")
    wrong = tmp_path / "wrong.pdf"
    wrong.write_bytes(b"%PDF-1.4")
    with pytest.raises(CommandError):
        run(wrong)
