"""Cases as lines of a list: a heading, a state that is said in words, and whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gongzhi.cases.queries import CaseRow
from gongzhi.kernel import clock
from gongzhi.web.tags import either, local, say_day, say_span

TITLE_LENGTH = 60


@dataclass(frozen=True)
class Tag:
    """A state: `kind` gives shape and colour (do, wait, late, ok), the words say it."""

    kind: str
    words: str


@dataclass(frozen=True)
class Line:
    """One case in a list."""

    row: CaseRow
    title: str
    tag: Tag

    @property
    def due(self) -> datetime | None:
        """The promise, while one is running."""
        return self.row.due_at if self.row.status == "open" and not self.row.paused else None


def line_of(row: CaseRow, now: datetime) -> Line:
    """A case as its line."""
    return Line(row, title_of(row), tag_of(row, now))


def lines_of(rows: Iterable[CaseRow]) -> tuple[Line, ...]:
    """Several, all seen at one moment."""
    now = clock.now()
    return tuple(line_of(row, now) for row in rows)


def title_of(row: CaseRow) -> str:
    """The first line of what was said; of a recording the kind of matter."""
    line = row.words.strip().split("\n")[0].strip()
    if len(line) > TITLE_LENGTH:
        return line[: TITLE_LENGTH - 1] + "…"
    return line or (row.category.name if row.category else "") or _("A voice recording")


def tag_of(row: CaseRow, now: datetime) -> Tag:
    """Where its clock stands."""
    if row.status == "ended":
        return Tag("ok" if row.result == "solved" else "", either(row.result_title) or _("Closed"))
    if row.status == "confirming":
        return Tag("do", _("Residents are asked"))
    if row.status == "parked":
        return Tag("", _("Set aside"))
    if row.paused:
        return Tag("", pgettext("the clock", "Paused"))
    return _running(row, now)


def _running(row: CaseRow, now: datetime) -> Tag:
    if row.due_at is None:
        return Tag("late", _("Late")) if row.late else Tag("", _("No deadline"))
    if row.due_at < now:
        return Tag("late", _("%(span)s late") % {"span": say_span(now - row.due_at)})
    if row.late:
        return Tag("late", _("Late, new time %(when)s") % {"when": say_day(row.due_at, now)})
    if local(row.due_at).date() == local(now).date():
        return Tag("wait", _("by %(when)s") % {"when": say_day(row.due_at, now)})
    return Tag("do", _("%(span)s left") % {"span": say_span(row.due_at - now)})
