"""Facts of the rooms as the API says them, in the language asked for."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from django.utils.translation import get_language

from gongzhi.api.shapes import CaseOut, EntryOut, MovedOut
from gongzhi.cases.actions import CaseMoved
from gongzhi.cases.queries import CaseRow, TimelineEntry


class Named(Protocol):
    """Anything with a name in both languages."""

    @property
    def zh(self) -> str:
        """The Chinese name."""

    @property
    def en(self) -> str:
        """The English name."""


def is_english() -> bool:
    """Whether the caller asked for English."""
    return (get_language() or "").startswith("en")


def say(title: Named | None) -> str:
    """A name in the language asked for."""
    if title is None:
        return ""
    return title.en if is_english() else title.zh


def say_category(row: CaseRow) -> str:
    """The name of a case's category, empty while it has none."""
    if row.category is None:
        return ""
    return row.category.name_en if is_english() else row.category.name_zh


def case_columns(row: CaseRow) -> dict[str, object]:
    """What a list and a single case have in common."""
    return {
        "ref": row.ref,
        "words": row.words,
        "status": row.status,
        "step": say(row.step_title),
        "seat": row.seat_title,
        "place": row.place_name,
        "category": say_category(row),
        "urgency": row.urgency,
        "due": row.due_at,
        "placed": row.placed_at,
        "followers": row.followers,
    }


def case_out(row: CaseRow) -> CaseOut:
    """One line of a list."""
    return CaseOut.model_validate(case_columns(row))


def entry_out(entry: TimelineEntry) -> EntryOut:
    """One entry of a history."""
    return EntryOut(at=entry.at, kind=entry.kind, seat=entry.seat_title, words=entry.words)


def told_outside(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """A history without what staff wrote for colleagues, as a reporter sees it."""
    return [
        replace(one, words="") if one.audience == "internal" else one
        for one in entries
        if not (one.audience == "internal" and one.kind == "remark")
    ]


def moved_out(moved: CaseMoved) -> MovedOut:
    """Where a case stands after an act."""
    return MovedOut(
        ref=moved.ref,
        status=moved.status,
        step=moved.step,
        result=moved.result,
        due=moved.due_at,
        events=moved.events,
    )
