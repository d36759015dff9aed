"""One act written down: entries of the history, the rows they change and the news, flushed together.

Nothing in this room writes a case but through here, so history and tables cannot part. Rows are gathered in
memory and written in a handful of bulk statements, for one case or for a page of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model

from gongzhi.cases.models import Case, Event, Evidence, Link, Mandate, Party, Remark, StepRun, Verdict
from gongzhi.cases.rules.history import START, chain, plain, write_body
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import fresh_key, keyed_digest
from gongzhi.kernel.events import Event as News
from gongzhi.kernel.events import announce_many
from gongzhi.kernel.text import clean
from gongzhi.kernel.writing import insert_last, insert_plain, insert_rows, update_row

Beside = StepRun | Party | Evidence | Verdict | Mandate | Link
Row = TypeVar("Row", bound=Model)
_ORDER: tuple[type[Beside], ...] = (StepRun, Party, Evidence, Verdict, Mandate, Link)


@dataclass
class Entry:
    """One entry to be: what happened, which columns it sets, which rows beside the case it writes."""

    kind: str
    seat_id: int | None
    facts: dict[str, object]
    columns: dict[str, object] = field(default_factory=dict)
    rows: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
    remark: Remark | None = None
    erased: tuple[int, ...] = ()


class Chapter:
    """Everything one act does to one case. `log` begins an entry; what follows belongs to it."""

    def __init__(self, case: Case, *, actor: Actor, now: datetime, seat_id: int | None = None) -> None:
        self.case = case
        self.is_new = case.pk is None
        self.actor = actor
        self.now = now
        self.seat_id = seat_id
        self.entries: list[Entry] = []
        self.news: list[News] = []
        self.fresh: list[Beside] = []
        self.altered: dict[int, tuple[Model, set[str]]] = {}
        self.changed: set[str] = set()

    def log(
        self, kind: str, /, *, seat_id: int | None = None, facts: Mapping[str, object] | None = None
    ) -> None:
        """Begin an entry. `facts` are codes, numbers and refs: never words of people, never a name."""
        written = {name: plain(value) for name, value in (facts or {}).items()}
        self.entries.append(Entry(kind, seat_id or self.seat_id, written))

    def set(self, **columns: object) -> None:
        """Change columns of the case as part of the present entry."""
        for name, value in columns.items():
            if self.case.pk is None or getattr(self.case, name) != value:
                setattr(self.case, name, value)
                self.changed.add(name)
                self.entries[-1].columns[name] = plain(value)

    def add(self, row: Beside) -> None:
        """Write a new row beside the case."""
        self.fresh.append(row)
        self._note(row, row.FOLDED)

    def alter(self, row: Beside, **columns: object) -> None:
        """Change a row beside the case."""
        for name, value in columns.items():
            setattr(row, name, value)
        self._note(row, columns)
        if row.pk is not None:
            self.altered.setdefault(id(row), (row, set()))[1].update(columns)

    def rows_of(self, table: type[Row]) -> list[Row]:
        """The rows of one table that this act has written so far."""
        touched = [*self.fresh, *(row for row, _columns in self.altered.values())]
        return [row for row in touched if isinstance(row, table)]

    def _note(self, row: Beside, columns: Iterable[str]) -> None:
        noted = self.entries[-1].rows.setdefault((row._meta.model_name or "", row.history_key), {})
        noted.update({name: plain(getattr(row, name)) for name in columns})

    def say(self, words: str, *, kind: str, audience: str) -> None:
        """Keep somebody's words with the present entry; only their keyed digest enters the chain."""
        text = clean(words)
        if text:
            self.entries[-1].remark = Remark(
                case=self.case, kind=kind, audience=audience, text=text, key=fresh_key(), created_at=self.now
            )

    def announce(self, news: News) -> None:
        """Tell the other rooms, once everything is written."""
        if getattr(news, "at", None) == "":
            news = replace(news, at=self.now.isoformat())  # type: ignore[call-arg]
        self.news.append(news)


def write_chapters(chapters: Iterable[Chapter]) -> None:
    """Write everything in bulk: cases, entries, rows, words, news. Part of the caller's transaction."""
    told = [chapter for chapter in chapters if chapter.entries]
    chained = [_chain_entries(chapter) for chapter in told]
    insert_rows(chapter.case for chapter in told if chapter.case.pk is None)
    for chapter in told:
        _save_case(chapter)
    numbers = insert_plain(
        Event,
        (
            {"case_id": chapter.case.pk, **row}
            for chapter, rows in zip(told, chained, strict=True)
            for row in rows
        ),
    )
    _write_rows([row for chapter in told for row in chapter.fresh])
    _write_words(told, numbers)
    for chapter in told:
        for altered, columns in chapter.altered.values():
            update_row(altered, columns)
    announce_many(news for chapter in told for news in chapter.news)


def _save_case(chapter: Chapter) -> None:
    if not chapter.is_new:
        update_row(chapter.case, chapter.changed | {"events", "head"})


def _chain_entries(chapter: Chapter) -> list[dict[str, object]]:
    """The entries as rows, chained onto the case's head; the case need not have its number yet."""
    case, rows = chapter.case, list[dict[str, object]]()
    for entry in chapter.entries:
        seq, prev = case.events + 1, case.head or START
        body = write_body(_describe(chapter, entry, seq))
        case.events, case.head = seq, chain(prev, body)
        rows.append(
            {
                "seq": seq,
                "kind": entry.kind,
                "seat_id": entry.seat_id,
                "by_user_id": chapter.actor.user_id,
                "at": chapter.now,
                "body_text": body,
                "prev": prev,
                "digest": case.head,
            }
        )
    return rows


def _describe(chapter: Chapter, entry: Entry, seq: int) -> dict[str, object]:
    described: dict[str, Any] = {
        "ref": chapter.case.ref,
        "seq": seq,
        "kind": entry.kind,
        "at": plain(chapter.now),
        "by": chapter.actor.user_id,
        "via": chapter.actor.kind,
        "seat": entry.seat_id,
        "facts": entry.facts,
    }
    if chapter.actor.acting_for is not None:
        described["for"] = chapter.actor.acting_for
    if entry.columns:
        described["set"] = entry.columns
    if entry.rows:
        described["rows"] = [[table, key, columns] for (table, key), columns in entry.rows.items()]
    if entry.remark is not None:
        words = entry.remark
        described["words"] = {
            "kind": words.kind,
            "audience": words.audience,
            "digest": keyed_digest(words.text, words.key),
        }
    if entry.erased:
        described["erased"] = list(entry.erased)
    return described


def _write_rows(fresh: list[Beside]) -> None:
    """New rows by table, parents first."""
    for table in _ORDER:
        rows: list[Any] = [row for row in fresh if isinstance(row, table)]
        for row in rows:
            if isinstance(row, Link):
                row.from_case_id = row.from_case.pk
            else:
                row.case_id = row.case.pk
            if isinstance(row, Evidence):
                row.step_run_id = row.step_run.pk
        if table is Party:  # nothing points to a party
            insert_last(Party, map(vars, rows))
        elif rows:
            insert_rows(rows)


def _write_words(told: list[Chapter], numbers: list[int]) -> None:
    """The words said with the entries, whose numbers stand in their order."""
    entries = ((chapter, entry) for chapter in told for entry in chapter.entries)
    remarks = []
    for (chapter, entry), number in zip(entries, numbers, strict=True):
        if entry.remark is not None:
            entry.remark.event_id = number
            entry.remark.case_id = chapter.case.pk
            remarks.append(entry.remark)
    insert_last(Remark, map(vars, remarks))
