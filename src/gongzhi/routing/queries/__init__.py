"""Questions to routing: whose is it, why, was it said before, and what do the lists say."""

from gongzhi.routing.models import ListKind
from gongzhi.routing.queries.deciding import (
    decide_path,
    find_danger,
    guess_category,
    list_danger_words,
)
from gongzhi.routing.queries.facts import DecisionFacts, Likely, PathDecision, ReportFacts
from gongzhi.routing.queries.likely import find_same_matter
from gongzhi.routing.queries.lists import (
    ListVersion,
    Scenario,
    find_list,
    find_routed_seat,
    list_decisions,
    list_duties,
    list_faults,
    list_paths,
    list_scenarios,
    list_sections,
    list_versions,
    shipped_text,
    try_paths,
)
from gongzhi.routing.rules import Alarm, Duty, Guess, PathFault, PathRule, Titled

__all__ = [
    "Alarm",
    "DecisionFacts",
    "Duty",
    "Guess",
    "Likely",
    "ListKind",
    "ListVersion",
    "PathDecision",
    "PathFault",
    "PathRule",
    "ReportFacts",
    "Scenario",
    "Titled",
    "decide_path",
    "find_danger",
    "find_list",
    "find_routed_seat",
    "find_same_matter",
    "guess_category",
    "list_danger_words",
    "list_decisions",
    "list_duties",
    "list_faults",
    "list_paths",
    "list_scenarios",
    "list_sections",
    "list_versions",
    "shipped_text",
    "try_paths",
]
