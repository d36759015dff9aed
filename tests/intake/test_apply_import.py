"""The hotline's table comes in: none lost, none twice."""

from pathlib import Path

import pytest
from django.utils.translation import gettext
from tests.intake.sheets import BINS, LAMP, NOWHERE, SILENT, table
from tests.work import counting_statements
from tests.world import World

from gongzhi.cases.models import Case, Mandate
from gongzhi.intake.actions import ImportTally, apply_import, preview_import
from gongzhi.intake.actions.apply_import import ImportUndoneAlready
from gongzhi.intake.actions.undo_import import undo_import
from gongzhi.intake.queries import get_batch, list_rows, write_errors_sheet
from gongzhi.intake.rules import NOTES
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, NotFound
from gongzhi.kernel.sheets import read_sheet
from gongzhi.routing.models import Decision

SHARED = Path(__file__).parents[3] / "shared" / "data"


def bring_in(content: bytes, source: str = "12345") -> ImportTally:
    preview = preview_import(content, "工单.csv", actor=SYSTEM, source=source)
    return apply_import(preview.batch_ref, actor=SYSTEM)


def test_each_row_becomes_a_case_with_owner_and_reason(street: World) -> None:
    tally = bring_in(table(LAMP, BINS, NOWHERE, SILENT))
    assert (tally.rows, tally.created, tally.failed, tally.desk) == (4, 3, 1, 1)
    lamp, bins, nowhere = (Mandate.objects.get(foreign_no=f"H-{n}").case for n in (1, 2, 3))
    assert (lamp.seat_id, lamp.place_id) == (street.seat("secretary"), street.place("entrance"))
    assert bins.area_id == street.areas["next_grid"]
    assert bins.due_at is not None
    assert (nowhere.alarm, nowhere.lat) == ("unrouted", None)
    assert all(one.reason_zh and one.reason_en for one in Decision.objects.all())
    mandate = Mandate.objects.get(case=lamp)
    assert mandate.received_at.isoformat() == "2026-11-01T02:00:00+00:00"
    assert mandate.foreign_category == "市政"


def test_again_adds_none(street: World) -> None:
    bring_in(table(LAMP, BINS))
    tally = bring_in(table(BINS, NOWHERE, LAMP))
    assert (tally.created, tally.present) == (1, 2)
    assert Case.objects.count() == 3
    assert bring_in(table(LAMP), source="other").created == 1


def test_one_number_for_two_matters_loses_none(street: World) -> None:
    other = ("H-1", *BINS[1:])
    assert bring_in(table(LAMP, other, LAMP)).created == 2
    assert bring_in(table(LAMP, other, LAMP)).created == 0


def test_bad_rows_go_back_in_their_own_columns(street: World) -> None:
    tally = bring_in(table(SILENT, LAMP))
    sheet = read_sheet(write_errors_sheet(tally.batch_ref), "errors.xlsx")
    (row,) = list(sheet.rows)
    assert row["工单编号"] == "H-4"
    assert len(sheet.columns) == len(read_sheet(table(LAMP), "a.csv").columns) + 1
    with pytest.raises(NotFound):
        write_errors_sheet("000000000000")


def test_notes_do_not_cost_a_report(street: World) -> None:
    tally = bring_in(table(LAMP, BINS, NOWHERE))
    *_sound, row = list_rows(tally.batch_ref)
    assert row.outcome == "created"
    assert sum(gettext(note) in row.fault for note in NOTES.values()) == 3


def test_a_row_the_database_refuses_never_stops_the_others(
    street: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gongzhi.intake.actions import _importing  # noqa: PLC0415 - what is broken here on purpose

    sound = _importing.settle_draft

    def trip(draft, *args, **known):  # type: ignore[no-untyped-def]
        if draft.order.number == "H-2":
            raise ValueError("broken on purpose")
        return sound(draft, *args, **known)

    monkeypatch.setattr(_importing, "settle_draft", trip)
    tally = bring_in(table(LAMP, BINS, NOWHERE))
    assert (tally.created, tally.failed) == (2, 1)
    assert [row.row_no for row in list_rows(tally.batch_ref, outcome="failed")] == [3]
    monkeypatch.setattr(_importing, "settle_draft", sound)
    assert apply_import(tally.batch_ref, actor=SYSTEM).created == 1
    assert get_batch(tally.batch_ref).created == 3


def test_callers_are_known_by_their_phone(street: World) -> None:
    bring_in(table(LAMP, ("H-9", *LAMP[1:6], street.resident.phone, *LAMP[7:])))
    reporters = {m.foreign_no: m.case.reporter_id for m in Mandate.objects.all()}
    assert reporters["H-9"] == street.resident.person_id
    assert reporters["H-1"] not in (None, street.resident.person_id)


def test_refusals(street: World) -> None:
    preview = preview_import(table(LAMP), "a.csv", actor=SYSTEM)
    with pytest.raises(Denied):
        apply_import(preview.batch_ref, actor=street.grid_leader.actor)
    with pytest.raises(NotFound):
        apply_import("000000000000", actor=SYSTEM)
    apply_import(preview.batch_ref, actor=SYSTEM)
    undo_import(preview.batch_ref, actor=SYSTEM)
    with pytest.raises(ImportUndoneAlready):
        apply_import(preview.batch_ref, actor=SYSTEM)


@pytest.mark.parametrize(
    ("file", "rows"),
    [("citizen-messages/dev_raw.csv", 456), ("baltimore-311/311_sample.csv.xz", 10_000)],
)
def test_real_reports_nobody_here_wrote(street: World, file: str, rows: int) -> None:
    path = SHARED / file
    if not path.exists():
        pytest.skip(f"real data for measuring is absent: {path}")
    with counting_statements() as asked:
        preview = preview_import(path.read_bytes(), path.name, actor=SYSTEM, source=file)
        tally = apply_import(preview.batch_ref, actor=SYSTEM)
    assert (tally.rows, tally.created, tally.failed) == (rows, rows, 0)
    assert Mandate.objects.filter(source=file).count() == Case.objects.count() == rows
    assert Decision.objects.exclude(reason_zh="").values("case").distinct().count() == rows
    assert Case.objects.filter(seat=None).count() == 0
    assert asked.statements < 3 * rows, "more than a savepoint a row: look for a query in the loop"
    assert preview_import(path.read_bytes(), path.name, actor=SYSTEM, source=file).fresh == 0
