"""Reports that look like one matter, put together so that a person can look at them side by side."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass

from gongzhi.routing.rules.likeness import Told, decide_likeness
from gongzhi.routing.rules.marks import telling

LOOKED_UP = 10
"""Marks by which partners of a report are sought."""
CROWDED = 40
"""Of a mark more reports have, each is compared with the next so many only: a crowd finds itself all the
same."""
MOST_TOGETHER = 40
FEW = 8
"""A text with so few marks may share one only."""
ASKED = 8
"""Members of a group a newcomer is compared with."""


@dataclass(frozen=True, slots=True)
class Member:
    """A report with what it is grouped by: `ground` keeps apart what lies in different estates (None: its
    place is not known, it may belong anywhere)."""

    id: int
    told: Told
    ground: Hashable = None


def find_groups(
    members: Sequence[Member],
    weigh: Callable[[str], float],
    least: int,
    apart: Collection[tuple[int, int]] = (),
) -> list[dict[int, int]]:
    """Groups of at least two, as member id → likeness to the one that holds them together; members stand in
    their order. Each is like that one and like most of the others, so that no chain leads from a lamp to a
    lift; a pair in `apart` (lower id first) is never together. The largest groups first."""
    pairs = _Pairs(members, weigh, least, frozenset(apart))
    order = {one.id: at for at, one in enumerate(members)}
    partners = pairs.list_partners()
    groups: list[dict[int, int]] = []
    free = set(partners)
    for centre in sorted(partners, key=lambda one: (-len(partners[one]), order[one])):
        if centre not in free:
            continue
        group = _gather(centre, [one for one in partners[centre] if one in free], pairs)
        if len(group) > 1:
            free -= group.keys()
            groups.append({one: group[one] for one in sorted(group, key=lambda one: order[one])})
    return sorted(groups, key=lambda group: (-len(group), order[next(iter(group))]))


class _Pairs:
    """Likeness of pairs, each found out once."""

    def __init__(
        self,
        members: Sequence[Member],
        weigh: Callable[[str], float],
        least: int,
        apart: frozenset[tuple[int, int]],
    ) -> None:
        self._members = {one.id: one for one in members}
        self._weigh = weigh
        self._least = least
        self._apart = apart
        self._known: dict[tuple[int, int], int] = {}

    def figure(self, one: int, other: int) -> int:
        """How alike two are; 0 on different grounds, told apart, or below what counts."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            here, there = self._members[pair[0]], self._members[pair[1]]
            elsewhere = None not in (here.ground, there.ground) and here.ground != there.ground
            never = elsewhere or pair in self._apart
            found = 0 if never else decide_likeness(here.told, there.told, self._weigh)
            self._known[pair] = found if found >= self._least else 0
        return self._known[pair]

    def is_apart(self, one: int, others: Collection[int]) -> bool:
        """Whether somebody said it is not the same as one of these."""
        return any(((one, other) if one < other else (other, one)) in self._apart for other in others)

    def list_partners(self) -> dict[int, list[int]]:
        """For each that has any, those it is alike with. Only pairs on one ground that share two telling
        marks are compared, or one where there are few."""
        shared = self._count_shared()
        found: dict[int, set[int]] = defaultdict(set)
        for (one, other), times in shared.items():
            few = min(len(self._members[pk].told.said.marks) for pk in (one, other)) <= FEW
            if (times > 1 or few) and self.figure(one, other):
                found[one].add(other)
                found[other].add(one)
        return {one: sorted(others) for one, others in found.items()}

    def _count_shared(self) -> Counter[tuple[int, int]]:
        """How many telling marks two have in common, on one ground."""
        having: dict[tuple[Hashable, str], list[int]] = defaultdict(list)
        grounds = {one.ground for one in self._members.values()}
        for member in self._members.values():
            for mark in telling(member.told.said.marks, self._weigh, LOOKED_UP):
                for ground in grounds if member.ground is None else (member.ground,):
                    having[ground, mark].append(member.id)
        return Counter(
            (min(one, other), max(one, other))
            for holders in having.values()
            for at, one in enumerate(holders)
            for other in holders[at + 1 : at + 1 + CROWDED]
        )


def _gather(centre: int, likely: Sequence[int], pairs: _Pairs) -> dict[int, int]:
    """The centre with those like it, the likest first, as long as half of the group agrees."""
    group = {centre: 100}
    for one in sorted(likely, key=lambda one: (-pairs.figure(centre, one), one)):
        if pairs.is_apart(one, group):
            continue
        asked = list(group)[:ASKED]
        if 2 * sum(pairs.figure(one, other) > 0 for other in asked) >= len(asked):
            group[one] = pairs.figure(centre, one)
        if len(group) >= MOST_TOGETHER:
            break
    return group
