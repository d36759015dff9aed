"""Whoever writes past the actions, straight into the tables, is found, and what was touched is named."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from gongzhi.cases.actions import confirm_result, make_anchor
from gongzhi.cases.queries import verify_cases
from gongzhi.cases.queries.anchors import anchor_folder
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from tests.cases.playing import MONDAY, flaws, photo, placed, settle, take
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def no_guards() -> Iterator[None]:
    """As somebody with the database's own tools and no foreign keys in the way."""
    off, on = ("PRAGMA foreign_keys=OFF", "PRAGMA foreign_keys=ON")
    if connection.vendor == "postgresql":
        off, on = ("SET session_replication_role = replica", "SET session_replication_role = origin")
    with connection.cursor() as cursor:
        cursor.execute(off)
        yield
        cursor.execute(on)


def tamper(*statements: str, **names: object) -> None:
    with no_guards(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(**names))
            assert cursor.rowcount, statement


@pytest.fixture
def street(world: World) -> dict[str, tuple[str, int]]:
    """Three cases with a life behind them, anchored: name → (ref, row id)."""
    with clock.frozen(MONDAY):
        lamp, done, left = placed(world, photos=(photo(),)), placed(world), placed(world)
        take(lamp, "accept", world.grid_leader)
        settle(world, done)
        confirm_result(done.ref, actor=world.resident.actor, solved=True, stars=4, note="亮了")
        drain()
        make_anchor(clock.today(), actor=SYSTEM)
    assert not flaws()
    return {"lamp": (lamp.ref, lamp.id), "done": (done.ref, done.id), "left": (left.ref, left.id)}


CHANGES = (
    ("history body", "UPDATE cases_event SET body_text = REPLACE(body_text, 'page', 'visit') "
     "WHERE case_id = {id} AND seq = 1", "history-row-changed", "entry 1"),
    ("history time", "UPDATE cases_event SET at = '2020-01-01 00:00:00+00:00' "
     "WHERE case_id = {id} AND seq = 2", "history-row-changed", "entry 2, at"),
    ("history person", "UPDATE cases_event SET by_user_id = NULL WHERE case_id = {id} AND seq = 1",
     "history-row-changed", "entry 1, by_user"),
    ("history digest", "UPDATE cases_event SET digest = prev WHERE case_id = {id} AND seq = 2",
     "history-row-changed", "entry 2"),
    ("promise", "UPDATE cases_case SET due_at = '2030-01-01 00:00:00+00:00' WHERE id = {id}",
     "case-column-changed", "due_at"),
    ("owner", "UPDATE cases_case SET seat_id = seat_id + 1 WHERE id = {id}",
     "case-column-changed", "seat_id"),
    ("refusals", "UPDATE cases_case SET refusals = 7 WHERE id = {id}", "case-column-changed", "refusals"),
    ("head", "UPDATE cases_case SET head = '{zeros}' WHERE id = {id}", "head-changed", "entry"),
    ("words", "UPDATE cases_remark SET text = '一切正常' WHERE case_id = {id} AND kind = 'report'",
     "words-changed", "entry 1"),
    ("words erased by hand", "UPDATE cases_remark SET text = '', key = '' WHERE case_id = {id} "
     "AND kind = 'report'", "words-changed", "entry 1"),
    ("step run", "UPDATE cases_steprun SET paused_secs = 9 WHERE case_id = {id} AND step = 'accept'",
     "row-changed", "steprun accept#1#, paused_secs"),
    ("party", "UPDATE cases_party SET role = 'follower' WHERE case_id = {id} AND role = 'reporter'",
     "row-changed", "role"),
)  # fmt: skip
REMOVALS = (
    (
        "lamp",
        "DELETE FROM cases_evidence WHERE case_id = {id}",
        "row-missing",
        "evidence accept#1#:before-photo",
    ),
    ("lamp", "DELETE FROM cases_steprun WHERE case_id = {id} AND step = 'accept'", "row-missing", "steprun"),
    ("done", "DELETE FROM cases_party WHERE case_id = {id}", "row-missing", "party person"),
    ("done", "DELETE FROM cases_verdict WHERE case_id = {id}", "row-missing", "verdict person"),
    ("done", "DELETE FROM cases_remark WHERE case_id = {id} AND kind = 'report'", "words-missing", "entry 1"),
    ("lamp", "DELETE FROM cases_event WHERE case_id = {id} AND seq = 2", "history-row-missing", "entry 2"),
)


@pytest.mark.parametrize("change", CHANGES, ids=[change[0] for change in CHANGES])
def test_a_change_is_found_and_named(
    street: dict[str, tuple[str, int]], change: tuple[str, str, str, str]
) -> None:
    _name, statement, kind, detail = change
    ref, row_id = street["lamp"]
    tamper(statement, id=row_id, zeros="0" * 64)
    found = flaws()
    assert any(r == ref and k == kind and detail in d for r, k, d in found), found
    assert {r for r, _k, _d in found} == {ref}


@pytest.mark.parametrize("removal", REMOVALS, ids=[removal[1].split()[2] for removal in REMOVALS])
def test_a_removal_is_found_and_named(
    street: dict[str, tuple[str, int]], removal: tuple[str, str, str, str]
) -> None:
    name, statement, kind, detail = removal
    ref, row_id = street[name]
    tamper(statement, id=row_id)
    found = flaws()
    assert any(r == ref and k == kind and detail in d for r, k, d in found), found


def test_a_verdict_turned_round_is_found(street: dict[str, tuple[str, int]]) -> None:
    ref, row_id = street["done"]
    tamper("UPDATE cases_verdict SET stars = 5 WHERE case_id = {id}", id=row_id)
    assert [(r, k) for r, k, _d in flaws()] == [(ref, "row-changed")]


def test_two_entries_swapped_are_found(street: dict[str, tuple[str, int]]) -> None:
    ref, row_id = street["lamp"]
    tamper(
        "UPDATE cases_event SET seq = 99 WHERE case_id = {id} AND seq = 2",
        "UPDATE cases_event SET seq = 2 WHERE case_id = {id} AND seq = 3",
        "UPDATE cases_event SET seq = 3 WHERE case_id = {id} AND seq = 99",
        id=row_id,
    )
    assert (ref, "history-row-swapped", "entry 2") in flaws()


def test_entries_swapped_between_cases_are_found(street: dict[str, tuple[str, int]]) -> None:
    (one, one_id), (other, other_id) = street["lamp"], street["left"]
    tamper(
        "UPDATE cases_event SET seq = 99 WHERE case_id = {one} AND seq = 1",
        "UPDATE cases_event SET case_id = {one} WHERE case_id = {other} AND seq = 1",
        "UPDATE cases_event SET case_id = {other}, seq = 1 WHERE case_id = {one} AND seq = 99",
        one=one_id,
        other=other_id,
    )
    swapped = {r for r, k, _d in flaws() if k == "history-row-swapped"}
    assert swapped == {one, other}


def test_a_tail_cut_off_with_its_row_made_to_fit_is_found_by_the_anchor(
    street: dict[str, tuple[str, int]],
) -> None:
    ref, row_id = street["lamp"]
    tamper(
        "UPDATE cases_case SET head = (SELECT digest FROM cases_event WHERE case_id = {id} AND seq = 4), "
        "events = 4 WHERE id = {id}",
        "DELETE FROM cases_event WHERE case_id = {id} AND seq > 4",
        id=row_id,
    )
    assert any((r, k) == (ref, "history-rewritten") for r, k, _d in flaws())


@pytest.mark.parametrize("thorough", [True, False], ids=["every table", "case and history"])
def test_a_removed_case_is_named(street: dict[str, tuple[str, int]], thorough: bool) -> None:
    ref, row_id = street["left"]
    own = ["cases_remark", "cases_term", "cases_party", "cases_steprun", "routing_trace"]
    statements = [f"DELETE FROM {table} WHERE case_id = {row_id}" for table in (own if thorough else [])]
    tamper(
        *statements,
        f"DELETE FROM cases_event WHERE case_id = {row_id}",
        f"DELETE FROM cases_case WHERE id = {row_id}",
    )
    found = flaws()
    assert (ref, "case-removed", f"anchored on {MONDAY.date()}") in found
    dangling = [d for _r, k, d in found if k == "row-of-no-case"]
    assert bool(dangling) is not thorough
    if dangling:
        assert any(d == f"remark of case row {row_id}" for d in dangling)


def test_a_history_left_without_its_case_still_names_it(street: dict[str, tuple[str, int]]) -> None:
    ref, row_id = street["left"]
    tamper(f"DELETE FROM cases_case WHERE id = {row_id}")
    assert (ref, "row-of-no-case", f"event of case row {row_id}") in flaws()


def test_an_anchor_bent_or_gone_is_found(street: dict[str, tuple[str, int]]) -> None:
    path = anchor_folder() / f"{MONDAY.date()}.txt"
    whole = path.read_text()
    path.write_text(whole.replace(street["left"][0], "100000000000"))
    assert "anchor-changed" in {k for _r, k, _d in flaws()}
    path.write_text(whole)
    assert not flaws()
    path.unlink()
    assert ("", "anchor-file-missing", str(MONDAY.date())) in flaws()


def test_what_verify_prints_shows_nobody(street: dict[str, tuple[str, int]]) -> None:
    ref, row_id = street["lamp"]
    tamper("UPDATE cases_remark SET text = '住户甲 13800001234' WHERE case_id = {id}", id=row_id)
    printed = " ".join(f"{f.case_ref} {f.kind} {f.detail}" for f in verify_cases())
    assert ref in printed and "13800001234" not in printed and "住户" not in printed
