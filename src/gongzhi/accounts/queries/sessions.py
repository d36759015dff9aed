"""How long a session may be left alone."""

from datetime import datetime, timedelta

from gongzhi.accounts import rules
from gongzhi.accounts.models import User, UserKind
from gongzhi.rulebook.queries import get_value

IDLE_KEY = "sign-in.idle-minutes"
RESIDENT_IDLE = timedelta(days=30)


def idle_limit(user: User) -> timedelta:
    """Staff: what the rule pack says (level-3 rules ask for a time-out); residents' phones: thirty days."""
    if user.kind != UserKind.STAFF:
        return RESIDENT_IDLE
    return timedelta(minutes=int(get_value(IDLE_KEY).value))


def is_session_idle(user: User, *, seen: datetime, now: datetime) -> bool:
    """Whether a session last used at `seen` has to sign in again."""
    return rules.is_idle(seen, limit=idle_limit(user), now=now)
