"""A street imports the yearly notice of days off and make-up days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.rulebook.events import DaysImported
from gongzhi.rulebook.models import Day
from gongzhi.rulebook.rules import check_may_set_rules


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day that differs from the plain week: `worked` a make-up day, otherwise a day off."""

    date: date
    worked: bool


@transaction.atomic
def import_days(rows: Sequence[DayRow], *, source: str, actor: Actor) -> int:
    """Take over days (a later import of the same day wins) and have open deadlines counted again. Answers how
    many. Raises Invalid (none, twice with different words, no source), OnlyStaff."""
    check_may_set_rules(actor)
    days = {row.date: row.worked for row in rows}
    if not rows:
        raise Invalid(_("The table holds no days."), code="no-days", field="file")
    if any(days[row.date] != row.worked for row in rows):
        raise Invalid(_("One day is given both as worked and as off."), code="day-twice", field="file")
    if not source.strip():
        raise Invalid(_("Please say where this value comes from."), code="no-source", field="source")
    Day.objects.bulk_create(
        (
            Day(
                date=day,
                kind=Day.Kind.WORK if worked else Day.Kind.REST,
                source=source.strip(),
                by_id=actor.user_id,
                imported_at=clock.now(),
            )
            for day, worked in sorted(days.items())
        ),
        update_conflicts=True,
        unique_fields=["date"],
        update_fields=["kind", "source", "by_id", "imported_at"],
    )
    revision.bump("rulebook.days")
    announce(DaysImported(min(days).isoformat(), max(days).isoformat(), len(days), actor.user_id))
    return len(days)
