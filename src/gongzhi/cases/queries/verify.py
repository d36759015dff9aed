"""Does everything still agree with its history? Names what was changed, removed or swapped, and never shows a
value: what it prints may go anywhere."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain as each_of
from typing import Any

from django.db.models import Exists, ForeignObjectRel, Model, OuterRef

from gongzhi.cases.models import Case, Event, Evidence, Link, Mandate, Party, Remark, StepRun, Verdict
from gongzhi.cases.queries.anchors import verify_anchors
from gongzhi.cases.rules.history import START, chain, fold_history, plain, read_body
from gongzhi.cases.rules.shapes import Flaw, Reading
from gongzhi.kernel.crypto import keyed_digest

PAGE = 200
BESIDE: tuple[type[Any], ...] = (StepRun, Party, Evidence, Verdict, Mandate, Link)
_JOINED: Mapping[type[Any], tuple[str, ...]] = {Evidence: ("step_run",), Link: ("to_case",)}
Rows = Mapping[int, list[Any]]


def verify_cases() -> Iterator[Flaw]:
    """Every flaw there is, case by case, then rows that belong to no case, then what the anchors remember and
    the tables do not. Reads page by page; changes nothing."""
    after = 0
    while cases := list(Case.objects.filter(pk__gt=after).order_by("pk")[:PAGE]):
        after = cases[-1].pk
        yield from _verify_page(cases)
    yield from _verify_dangling()
    yield from verify_anchors()


def verify_case(ref: str) -> Iterator[Flaw]:
    """The same for one case's own rows."""
    yield from _verify_page(list(Case.objects.filter(ref=ref)))


def _verify_page(cases: Sequence[Case]) -> Iterator[Flaw]:
    events = _by_case(Event, cases, "case_id", "seq")
    remarks = _by_case(Remark, cases, "case_id", "event_id")
    beside = {
        table: _by_case(table, cases, "from_case_id" if table is Link else "case_id", "pk")
        for table in BESIDE
    }
    for case in cases:
        history = events[case.pk]
        yield from _verify_chain(case, history)
        reading = _fold(history)
        if reading is None:
            yield Flaw(case.ref, "history-unreadable", "an entry is no JSON")
            continue
        yield from _verify_columns(case, reading)
        yield from _verify_rows(case, reading, {t: rows[case.pk] for t, rows in beside.items()})
        yield from _verify_words(case, reading, history, remarks[case.pk])


def _by_case(table: type[Any], cases: Sequence[Case], column: str, order: str) -> Rows:
    rows = table.objects.filter(**{f"{column}__in": [case.pk for case in cases]}).order_by(order)
    if table in _JOINED:
        rows = rows.select_related(*_JOINED[table])
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def _fold(history: Sequence[Event]) -> Reading | None:
    try:
        return fold_history(event.body_text for event in history)
    except (ValueError, TypeError, KeyError):
        return None


# The chain -------------------------------------------------------------------------------------------


def _verify_chain(case: Case, history: Sequence[Event]) -> Iterator[Flaw]:
    """Gap-free, each entry the one that was written, each chained to the one before."""
    if not history:
        yield Flaw(case.ref, "history-missing", "no entry at all")
        return
    prev = START
    for expected, event in enumerate(history, start=1):
        if event.seq != expected:
            yield Flaw(case.ref, "history-row-missing", f"entry {expected}")
            break
        yield from _verify_entry(case, event, prev)
        prev = event.digest
    last = history[-1]
    if case.events != last.seq:
        yield Flaw(case.ref, "history-row-missing", f"{case.events} entries noted, last is {last.seq}")
    elif case.head != last.digest:
        yield Flaw(case.ref, "head-changed", f"entry {last.seq}")


def _verify_entry(case: Case, event: Event, prev: str) -> Iterator[Flaw]:
    if event.digest != chain(event.prev, event.body_text):
        yield Flaw(case.ref, "history-row-changed", f"entry {event.seq}")
    elif event.prev != prev:
        yield Flaw(case.ref, "history-row-swapped", f"entry {event.seq}")
    try:
        body = read_body(event.body_text)
    except ValueError:
        return
    said = (
        body.get("ref"),
        body.get("seq"),
        body.get("kind"),
        body.get("at"),
        body.get("by"),
        body.get("seat"),
    )
    stands = (case.ref, event.seq, event.kind, plain(event.at), event.by_user_id, event.seat_id)
    names = ("case", "seq", "kind", "at", "by_user", "seat")
    for name, one, other in zip(names, said, stands, strict=True):
        if one != other:
            kind = "history-row-swapped" if name in ("case", "seq") else "history-row-changed"
            yield Flaw(case.ref, kind, f"entry {event.seq}, {name}")


# The fold --------------------------------------------------------------------------------------------


def _verify_columns(case: Case, reading: Reading) -> Iterator[Flaw]:
    for name in Case.folded_columns():
        if plain(getattr(case, name)) != reading.case.get(name):
            yield Flaw(case.ref, "case-column-changed", name)


def _verify_rows(case: Case, reading: Reading, beside: Mapping[type[Any], list[Any]]) -> Iterator[Flaw]:
    """Each row beside the case is one its history knows, as it was written last; none is missing."""
    seen: set[tuple[str, str]] = set()
    for row in each_of.from_iterable(beside.values()):
        key = (row._meta.model_name, row.history_key)
        said = reading.rows.get(key)
        if said is None or key in seen:
            yield Flaw(case.ref, "row-unknown", f"{key[0]} {key[1]}")
            continue
        seen.add(key)
        for name in row.FOLDED:
            if plain(getattr(row, name)) != said.get(name):
                yield Flaw(case.ref, "row-changed", f"{key[0]} {key[1]}, {name}")
    for table, name in reading.rows.keys() - seen:
        yield Flaw(case.ref, "row-missing", f"{table} {name}")


def _verify_words(
    case: Case, reading: Reading, history: Sequence[Event], remarks: Sequence[Remark]
) -> Iterator[Flaw]:
    seq_of = {event.pk: event.seq for event in history}
    kept = {seq_of.get(remark.event_id): remark for remark in remarks}
    for seq, said in reading.words.items():
        remark = kept.get(seq)
        if remark is None:
            yield Flaw(case.ref, "words-missing", f"entry {seq}")
        elif seq in reading.erased:
            if remark.text or remark.key or remark.erased_at is None:
                yield Flaw(case.ref, "words-not-erased", f"entry {seq}")
        elif not _are_the_words(remark, said):
            yield Flaw(case.ref, "words-changed", f"entry {seq}")
    for unknown in kept.keys() - reading.words.keys():
        yield Flaw(case.ref, "words-unknown", f"entry {unknown}")


def _are_the_words(remark: Remark, said: Mapping[str, object]) -> bool:
    """The words carry the digest that was chained, under their own key."""
    try:
        same = keyed_digest(remark.text, remark.key) == said.get("digest")
    except ValueError:
        return False
    return same and remark.kind == said.get("kind") and remark.audience == said.get("audience")


# Rows of no case -------------------------------------------------------------------------------------


def _verify_dangling() -> Iterator[Flaw]:
    """Rows of any room that point at a case that is not there. An entry still names its case."""
    for relation in Case._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and relation.related_model is not Case:
            yield from _dangling_of(relation.related_model, relation.field.attname)


def _dangling_of(table: type[Model] | str, column: str) -> Iterator[Flaw]:
    if isinstance(table, str):
        return
    there = Case.objects.filter(pk=OuterRef(column))
    lost = table._default_manager.filter(~Exists(there), **{f"{column}__isnull": False})
    for row in lost.order_by("pk").iterator(chunk_size=PAGE):
        ref = str(read_body(row.body_text).get("ref", "")) if isinstance(row, Event) else ""
        yield Flaw(ref, "row-of-no-case", f"{table._meta.model_name} of case row {getattr(row, column)}")
