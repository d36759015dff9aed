"""The test bench: what happens to a sentence, by the paths in force or by others, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongzhi.kernel.revision import current_all
from gongzhi.routing.queries.deciding import decide_path_by, describe_situation
from gongzhi.routing.queries.facts import PathDecision, ReportFacts
from gongzhi.routing.queries.present import Stamps, get_present
from gongzhi.routing.queries.situations import sure_enough
from gongzhi.routing.rules import PathRule, PathTrial, Situation, try_paths_in_turn
from gongzhi.territory.queries import find_place


@dataclass(frozen=True, slots=True)
class Trial:
    """What was decided, on what facts, and how every path answered up to the one that fitted; `sure_enough`
    is the sureness the street asks of a guess."""

    decision: PathDecision
    situation: Situation
    trials: tuple[PathTrial, ...]
    sure_enough: int


def try_report(
    facts: ReportFacts, paths: Sequence[PathRule] | None = None, *, stamps: Stamps | None = None
) -> Trial:
    """Judge a report by the paths in force (None) or by others, and say why. At most one query."""
    known = current_all() if stamps is None else stamps
    situation = describe_situation(facts, stamps=known)
    chosen = get_present(known).paths if paths is None else paths
    place = find_place(facts.place_id, stamps=known) if facts.place_id is not None else None
    return Trial(
        decision=decide_path_by(facts, paths, stamps=known),
        situation=situation,
        trials=try_paths_in_turn(chosen, situation),
        sure_enough=sure_enough(place, known),
    )
