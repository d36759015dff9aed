"""Reminders: what is due soon, and what is overdue."""

from datetime import timedelta

from gongzhi.cases.queries import CaseBrief, list_due
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.messages.actions.tell_users import Telling, tell_users
from gongzhi.messages.rules import can_send_now
from gongzhi.parties.queries import list_users_of
from gongzhi.rulebook.queries import get_value, is_open

AHEAD = "reminder.hours-ahead"
_PAGE = 500


def remind_owners(*, actor: Actor) -> int:
    """Remind everyone whose case is late, or due within the pack's `reminder.hours-ahead`; answers how many
    cases. Reads every page. A case is named once for each deadline it has had, so a gap since the last run is
    covered and a second run repeats nothing. Leaves in working time, for critical cases at once."""
    now = clock.now()
    working = is_open(now)
    horizon = now + timedelta(hours=int(get_value(AHEAD).value))
    reminded, after = 0, 0
    while page := list_due(before=horizon, after_id=after, limit=_PAGE):
        after = page[-1].id
        for brief in page:
            if can_send_now(urgent=brief.urgency == "critical", working_time=working):
                reminded += _remind(brief, late=brief.due_at is not None and brief.due_at <= now, actor=actor)
    return reminded


def _remind(brief: CaseBrief, *, late: bool, actor: Actor) -> int:
    users = list_users_of(brief.seat_id)
    due = brief.due_at.isoformat() if brief.due_at else ""
    facts = {"place_id": brief.place_id, "version_id": brief.version_id, "step": brief.step, "due": due}
    telling = Telling("overdue" if late else "due-soon", users, f"{brief.ref}:{due}", brief.ref, facts)
    return bool(tell_users(telling, actor=actor)) if users else 0
