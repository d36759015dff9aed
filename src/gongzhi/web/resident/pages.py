"""Cases as rows of a resident's list: words, where, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gongzhi.cases import queries as cases
from gongzhi.kernel.actors import Actor
from gongzhi.territory.queries import PlaceFacts, list_areas_of
from gongzhi.web.tags import either

TITLE_LENGTH = 40
ROWS_ON_PAGE = 20


@dataclass(frozen=True)
class Tag:
    """A state: `kind` gives shape and colour (do, wait, late, ok), the words say it."""

    kind: str
    words: str


@dataclass(frozen=True)
class CaseRow:
    """One case in a list."""

    ref: str
    url: str
    title: str
    place: str
    tag: Tag
    due: datetime | None
    at: datetime
    followers: int


@dataclass(frozen=True)
class Rows:
    """A page of a list; `next` leads on, "" at the end."""

    rows: tuple[CaseRow, ...]
    next: str


def title_of(words: str, category: object = None) -> str:
    """The first line of what was said, short enough for a heading; of a recording the kind of matter."""
    line = words.strip().split("\n")[0].strip()
    if len(line) > TITLE_LENGTH:
        return line[: TITLE_LENGTH - 1] + "…"
    return line or either(category) or _("A voice recording")


def tag_of(case: cases.CaseRow, *, asked: bool = False) -> Tag:
    """Where it stands, in a word or two."""
    if case.status == "ended":
        return Tag("ok" if case.result == "solved" else "", either(case.result_title) or _("Closed"))
    if case.status == "confirming":
        return Tag("wait", _("Your answer, please")) if asked else Tag("do", _("Residents are asked"))
    if case.paused or case.status == "parked":
        return Tag("", pgettext("the clock", "Paused"))
    if case.late:
        return Tag("late", pgettext("a promise", "Late"))
    return Tag("do", either(case.step_title))


def row_of(case: cases.CaseRow, *, asked: bool = False, view: str = "show_case") -> CaseRow:
    """A case as its row."""
    return CaseRow(
        ref=case.ref,
        url=reverse(f"resident:{view}", args=[case.ref]),
        title=title_of(case.words, case.category.name if case.category else ""),
        place=case.place_name,
        tag=tag_of(case, asked=asked),
        due=case.due_at if case.status == "open" and not case.paused else None,
        at=case.ended_at or case.placed_at,
        followers=case.followers,
    )


def rows_of(actor: Actor, *, after: str = "") -> Rows:
    """What this resident reported or follows, the newest first."""
    page = cases.list_mine(actor, cursor=after, limit=ROWS_ON_PAGE)
    return Rows(tuple(row_of(case, asked=case.status == "confirming") for case in page.rows), page.next)


def rows_asked_of(rows: Sequence[CaseRow]) -> tuple[CaseRow, ...]:
    """Those among one's own that wait for an answer."""
    return tuple(row for row in rows if row.tag.kind == "wait")


def rows_near(actor: Actor, place: PlaceFacts, *, after: str = "", ref: str = "") -> Rows:
    """What is moving around a place: its micro-grid, else the place itself. The words stay with those who
    work on it; a row leads to the page that asks whether one has it too."""
    areas = list_areas_of(place.id)
    where = {"area_id": areas[0].id} if areas else {"place_id": place.id}
    page = cases.list_near(actor, cursor=after, ref=ref, **where)
    return Rows(tuple(row_of(case, view="second_case") for case in page.rows), page.next)


def list_own_cases(actor: Actor) -> list[dict[str, object]]:
    """One's own reports for the copy to take along, all of them."""
    copies: list[dict[str, object]] = []
    cursor = ""
    while True:
        page = cases.list_mine(actor, cursor=cursor, limit=200)
        copies += [
            {
                "ref": case.ref,
                "placed": case.placed_at.isoformat(),
                "place": case.place_name,
                "words": case.words,
                "state": case.status,
                "result": case.result,
            }
            for case in page.rows
        ]
        cursor = page.next
        if not cursor:
            return copies
