"""Which steps of a playbook lead where: the graph behind the checks and the drawing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongzhi.playbooks.rules.shapes import Playbook, Step

STAYS = frozenset({"up", "supervise", "stay"})


@dataclass(frozen=True)
class Edge:
    """One way from a step to a step or an end. `outcome` is None for what time or a child case does:
    `why` says `late`, `silence` or `then`."""

    start: str
    to: str
    outcome: str | None
    why: str = ""


def list_edges(playbook: Playbook) -> tuple[Edge, ...]:
    """Every way from step to step or end, in the order they are written. What stays in the step (`up`,
    `supervise`, a post) is no edge; `back` is one to each step from which one can have come."""
    edges = [edge for step in playbook.steps.values() for edge in _edges_of(playbook, step)]
    forward = [edge for edge in edges if edge.to != "back"]
    passed = reach(forward, playbook.first.name)
    before = [edge for edge in forward if edge.start in passed]
    return tuple(way for edge in edges for way in ([edge] if edge.to != "back" else _ways_back(edge, before)))


def _edges_of(playbook: Playbook, step: Step) -> Iterable[Edge]:
    for outcome in step.outcomes.values():
        targets = dict.fromkeys((outcome.to, *(to for _, to in outcome.after)))
        for target in targets:
            to = _goes_to(playbook, target)
            if to:
                yield Edge(step.name, to, outcome.name)
    for why, target in (
        ("late", step.late if step.within else None),
        ("silence", step.silence),
        ("then", step.then),
    ):
        to = _goes_to(playbook, target)
        if to:
            yield Edge(step.name, to, None, why)


def _goes_to(playbook: Playbook, target: str | None) -> str | None:
    if target is None or target in STAYS:
        return None
    if target == "route":
        return next((step.name for step in playbook.steps.values() if "routed" in step.who), None)
    return target if target in playbook.steps or target == "back" or target.startswith("end/") else None


def _ways_back(edge: Edge, forward: Iterable[Edge]) -> list[Edge]:
    return [Edge(edge.start, way.start, edge.outcome) for way in forward if way.to == edge.start]


def reach(edges: Iterable[Edge], start: str) -> frozenset[str]:
    """Every step and end that can be come to from `start`, itself included."""
    ways: dict[str, set[str]] = {}
    for edge in edges:
        ways.setdefault(edge.start, set()).add(edge.to)
    return _spread(ways, start)


def reach_back(edges: Iterable[Edge], ends: Iterable[str]) -> frozenset[str]:
    """Every step from which one of `ends` can be come to."""
    ways: dict[str, set[str]] = {}
    for edge in edges:
        ways.setdefault(edge.to, set()).add(edge.start)
    return frozenset().union(*(_spread(ways, end) for end in ends))


def _spread(ways: Mapping[str, set[str]], start: str) -> frozenset[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for to in ways.get(waiting.pop(), ()):
            if to not in seen:
                seen.add(to)
                waiting.append(to)
    return frozenset(seen)
