"""gongzhi verify: whatever is changed behind the house's back is found and named."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.homes import figures, gongzhi

Tamper = Callable[[sqlite3.Connection], int]


def one(db: sqlite3.Connection, sql: str) -> int:
    return int(db.execute(sql).fetchone()[0])


def change_a_history_row(db: sqlite3.Connection) -> int:
    event, case = db.execute(
        "SELECT id, case_id FROM cases_event WHERE seq = 2 ORDER BY id LIMIT 1"
    ).fetchone()
    db.execute("UPDATE cases_event SET body_text = replace(body_text, '\"', '\" ') WHERE id = ?", [event])
    return int(case)


def rewrite_a_history_row_with_its_seal(db: sqlite3.Connection) -> int:
    """Even by someone who knows how the seal is made: the next row, or the anchor, still knows better."""
    import hashlib  # noqa: PLC0415 - only here

    event, case, prev, body = db.execute(
        "SELECT id, case_id, prev, body_text FROM cases_event WHERE seq = 2 ORDER BY id LIMIT 1"
    ).fetchone()
    body = body.replace("took", "tock") if "took" in body else body.replace("entered", "extered")
    seal = hashlib.sha256((prev + body).encode()).hexdigest()
    db.execute("UPDATE cases_event SET body_text = ?, digest = ? WHERE id = ?", [body, seal, event])
    return int(case)


def remove_a_history_row(db: sqlite3.Connection) -> int:
    event, case = db.execute(
        "SELECT id, case_id FROM cases_event WHERE seq = 2 ORDER BY id LIMIT 1"
    ).fetchone()
    db.execute("DELETE FROM cases_event WHERE id = ?", [event])
    return int(case)


def remove_the_last_history_row(db: sqlite3.Connection) -> int:
    event, case = db.execute("SELECT max(id), case_id FROM cases_event WHERE case_id = 1").fetchone()
    db.execute("DELETE FROM cases_event WHERE id = ?", [event])
    return int(case)


def swap_two_history_rows(db: sqlite3.Connection) -> int:
    (first, a), (second, b) = db.execute(
        "SELECT id, body_text FROM cases_event WHERE case_id = 2 AND seq IN (1, 2) ORDER BY seq"
    ).fetchall()
    db.execute("UPDATE cases_event SET body_text = ? WHERE id = ?", [b, first])
    db.execute("UPDATE cases_event SET body_text = ? WHERE id = ?", [a, second])
    return 2


def change_a_case_column(db: sqlite3.Connection) -> int:
    db.execute("UPDATE cases_case SET refusals = refusals + 1 WHERE id = 3")
    return 3


def move_a_deadline(db: sqlite3.Connection) -> int:
    case = one(db, "SELECT id FROM cases_case WHERE due_at IS NOT NULL LIMIT 1")
    db.execute("UPDATE cases_case SET due_at = '2030-01-01 00:00:00' WHERE id = ?", [case])
    return case


def change_a_residents_words(db: sqlite3.Connection) -> int:
    remark, case = db.execute("SELECT id, case_id FROM cases_remark WHERE kind = 'report' LIMIT 1").fetchone()
    db.execute("UPDATE cases_remark SET text = '一切都好' WHERE id = ?", [remark])
    return int(case)


def change_evidence(db: sqlite3.Connection) -> int:
    found, case = db.execute("SELECT id, case_id FROM cases_evidence WHERE digest <> '' LIMIT 1").fetchone()
    db.execute("UPDATE cases_evidence SET digest = 'f' || substr(digest, 2) || '0' WHERE id = ?", [found])
    return int(case)


def remove_evidence(db: sqlite3.Connection) -> int:
    found, case = db.execute("SELECT id, case_id FROM cases_evidence LIMIT 1").fetchone()
    db.execute("DELETE FROM cases_evidence WHERE id = ?", [found])
    return int(case)


def remove_a_case(db: sqlite3.Connection) -> int:
    """Every row of it in every table."""
    tables = [
        name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    ]
    for table in tables:
        for column in [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]:
            if column in ("case_id", "from_case_id", "to_case_id"):
                db.execute(f"DELETE FROM {table} WHERE {column} = 2")
    db.execute("DELETE FROM cases_case WHERE id = 2")
    return 2


TAMPERS: tuple[Tamper, ...] = (
    change_a_history_row,
    rewrite_a_history_row_with_its_seal,
    remove_a_history_row,
    remove_the_last_history_row,
    swap_two_history_rows,
    change_a_case_column,
    move_a_deadline,
    change_a_residents_words,
    change_evidence,
    remove_evidence,
    remove_a_case,
)


def tampered(home: Path, tamper: Tamper) -> str:
    """The number of the case that was touched."""
    db = sqlite3.connect(home / "gongzhi.sqlite3")
    refs = dict(db.execute("SELECT id, ref FROM cases_case").fetchall())
    with db:
        case = tamper(db)
    db.close()
    return str(refs[case])


def test_an_untouched_home_is_whole(home: Path) -> None:
    found = figures(home, "verify")
    assert (found["cases"], found["anchors"], found["flaws"]) == (7, 2, [])
    assert found["events"] > 20 and len(found["digest"]) == 64
    assert "whole" in gongzhi(home, "verify").stdout


@pytest.mark.parametrize("tamper", TAMPERS, ids=lambda tamper: tamper.__name__)
def test_what_was_touched_is_named(home: Path, tamper: Tamper) -> None:
    ref = tampered(home, tamper)
    done = gongzhi(home, "verify", "--json")
    assert done.returncode == 1
    flaws = json.loads(done.stdout)["flaws"]
    assert ref in {flaw["case_ref"] for flaw in flaws}, flaws
    assert "Traceback" not in done.stderr


def test_a_case_removed_before_any_anchor_leaves_rows_that_tell(home: Path) -> None:
    """Of a case placed since the last anchor nothing may be left but what other rooms keep of it."""
    db = sqlite3.connect(home / "gongzhi.sqlite3")
    (case, ref) = db.execute("SELECT id, ref FROM cases_case ORDER BY id DESC LIMIT 1").fetchone()
    with db:
        for table in ("term", "party", "remark", "evidence", "verdict", "mandate", "steprun"):
            db.execute(f"DELETE FROM cases_{table} WHERE case_id = ?", [case])
        db.execute("DELETE FROM cases_case WHERE id = ?", [case])
    db.close()
    done = gongzhi(home, "verify")
    assert done.returncode == 1 and ref in done.stdout


def test_an_anchor_that_was_rewritten_is_named(home: Path) -> None:
    place = sorted((home / "anchors").glob("*.txt"))[0]
    place.write_text(place.read_text("utf-8").replace("a", "b", 1), "utf-8")
    done = gongzhi(home, "verify")
    assert done.returncode == 1 and "anchor" in done.stdout
