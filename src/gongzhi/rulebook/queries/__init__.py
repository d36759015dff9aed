"""What may be asked of the rulebook."""

from gongzhi.rulebook.queries.calendar import (
    add_limit,
    add_working_seconds,
    calendar_warning,
    get_calendar,
    is_open,
    is_working_day,
    list_days,
    next_open,
    working_seconds,
)
from gongzhi.rulebook.queries.values import (
    get_limit,
    get_value,
    list_overrides,
    list_packs,
    list_values,
    pack_of,
)
from gongzhi.rulebook.rules import Calendar, Limit, RuleValue

__all__ = [
    "Calendar",
    "Limit",
    "RuleValue",
    "add_limit",
    "add_working_seconds",
    "calendar_warning",
    "get_calendar",
    "get_limit",
    "get_value",
    "is_open",
    "is_working_day",
    "list_days",
    "list_overrides",
    "list_packs",
    "list_values",
    "next_open",
    "pack_of",
    "working_seconds",
]
