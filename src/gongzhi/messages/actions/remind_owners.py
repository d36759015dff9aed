"""Reminders: what is due soon, and what is overdue."""

from datetime import datetime, timedelta

from gongzhi.cases.queries import CaseBrief, list_due
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.messages.actions.tell_users import Telling, dedupe_key, tell_many
from gongzhi.messages.models import Message
from gongzhi.messages.rules import can_send_now
from gongzhi.parties.queries import list_users_of
from gongzhi.rulebook.queries import get_value, is_open

AHEAD = "reminder.hours-ahead"
_CHANNEL = Message.Channel.IN_APP
_PAGE = 250


def remind_owners(*, actor: Actor) -> int:
    """Remind everyone whose case is late, or due within the pack's `reminder.hours-ahead`; answers how many
    messages were meant. Reads every page. A case is named once for each deadline it has had: a gap since the
    last run is covered, a second run repeats nothing. Leaves in working time, for critical cases at once."""
    now = clock.now()
    working = is_open(now)
    horizon = now + timedelta(hours=int(get_value(AHEAD).value))
    reminded, after = 0, 0
    while page := list_due(before=horizon, after_id=after, limit=_PAGE):
        after = page[-1].id
        leaving = [b for b in page if can_send_now(urgent=b.urgency == "critical", working_time=working)]
        reminded += tell_many(_still_untold([_telling(one, now) for one in leaving]), actor=actor)
    return reminded


def _telling(brief: CaseBrief, now: datetime) -> Telling:
    due = brief.due_at.isoformat() if brief.due_at else ""
    late = brief.due_at is not None and brief.due_at <= now
    facts = {"place_id": brief.place_id, "version_id": brief.version_id, "step": brief.step, "due": due}
    users = list_users_of(brief.seat_id)
    return Telling("overdue" if late else "due-soon", users, f"{brief.ref}:{due}", brief.ref, facts)


def _still_untold(tellings: list[Telling]) -> list[Telling]:
    """Those of whom somebody has not been told yet: most of a page was named on an earlier run."""
    wanted = [[dedupe_key(t.template, t.key, user, _CHANNEL) for user in t.user_ids] for t in tellings]
    told = set(
        Message.objects.filter(dedupe_key__in=[k for keys in wanted for k in keys]).values_list(
            "dedupe_key", flat=True
        )
    )
    return [t for t, keys in zip(tellings, wanted, strict=True) if not told.issuperset(keys)]
