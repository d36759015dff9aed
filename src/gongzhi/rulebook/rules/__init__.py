"""Pure judgement of the rulebook: calendar arithmetic, and which value holds where and when."""

from gongzhi.rulebook.rules.calendar import LIMIT_UNITS, Calendar, Limit, read_spans, statutory_days
from gongzhi.rulebook.rules.values import (
    BadValue,
    Pack,
    PackValue,
    RuleValue,
    UnknownPack,
    UnknownRule,
    WrittenValue,
    check_may_set_rules,
    check_value,
    read_limit,
    value_in_force,
)

__all__ = [
    "LIMIT_UNITS",
    "BadValue",
    "Calendar",
    "Limit",
    "Pack",
    "PackValue",
    "RuleValue",
    "UnknownPack",
    "UnknownRule",
    "WrittenValue",
    "check_may_set_rules",
    "check_value",
    "read_limit",
    "read_spans",
    "statutory_days",
    "value_in_force",
]
