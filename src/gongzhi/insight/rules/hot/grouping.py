"""Messages about one matter put together: average linkage over the pairs that have something in common.

Two groups are joined while the mean likeness of *all* pairs between them is enough, so a chain of
half-likenesses joins nothing. Afterwards every member has to be near the whole group; who is not goes out.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gongzhi.insight.rules.hot.likeness import Pairs

ENOUGH = 0.38
"""Mean likeness from which two groups are one matter."""
NEAR = 0.30
"""Mean likeness to the others a member needs to stay."""
FEW, SURE = 3, 0.52
"""So few messages are one matter only when they are this much alike: there are no others to bear it out."""
ONE_NAME = 0.24
"""Mean likeness from which two groups of one name and one problem are the same matter."""
NEAR_ONE_NAME = 0.2
_EQUAL = 1e-9


@dataclass(frozen=True, slots=True)
class Mark:
    """What a group is called: place, and problem as its position in the list (-1: none)."""

    place: str
    problem: int


@dataclass(slots=True)
class Groups:
    """The groups while they are being joined. Sums of likeness between groups, not means, so that joining
    two is an addition."""

    members: dict[int, list[int]]
    sums: dict[int, dict[int, float]] = field(default_factory=dict)

    def mean(self, one: int, other: int) -> float:
        """Mean likeness of all pairs between two groups."""
        return self.sums[one][other] / (len(self.members[one]) * len(self.members[other]))

    def join(self, one: int, other: int) -> int:
        """Put two groups together; the number of the one that stays."""
        if len(self.sums[one]) < len(self.sums[other]):
            one, other = other, one
        for third, total in self.sums.pop(other).items():
            self.sums[third].pop(other)
            if third != one:
                together = total + self.sums[one].get(third, 0.0)
                self.sums[one][third] = self.sums[third][one] = together
        self.members[one].extend(self.members.pop(other))
        return one


def group(count: int, pairs: Pairs, *, enough: float = ENOUGH, near: float = NEAR) -> list[list[int]]:
    """The groups of two and more messages, as positions, largest first."""
    groups = Groups({at: [at] for at in range(count)}, {at: {} for at in range(count)})
    likeness = _likeness(pairs)
    for (left, right), alike in likeness.items():
        groups.sums[left][right] = groups.sums[right][left] = alike
    heap = [(-alike, left, right) for (left, right), alike in likeness.items() if alike >= enough]
    heapq.heapify(heap)
    while heap:
        promised, left, right = heapq.heappop(heap)
        if right not in groups.sums.get(left, ()) or abs(promised + groups.mean(left, right)) > _EQUAL:
            continue
        stays = groups.join(left, right)
        for third in groups.sums[stays]:
            if (mean := groups.mean(stays, third)) >= enough:
                heapq.heappush(heap, (-mean, min(stays, third), max(stays, third)))
    found = [
        _near_the_core(members, likeness, near) for members in groups.members.values() if len(members) > 1
    ]
    return _sorted(found)


def _sorted(groups: Iterable[list[int]]) -> list[list[int]]:
    return sorted((members for members in groups if len(members) > 1), key=lambda one: (-len(one), one[0]))


def unite(groups: list[list[int]], marks: Sequence[Mark], pairs: Pairs) -> list[list[int]]:
    """Groups that go by one name and one problem put together where they are fairly alike: the same matter
    in words so different that no pair came near enough."""
    likeness = _likeness(pairs)
    united: list[list[int]] = []
    known: dict[Mark, list[list[int]]] = {}
    for members, mark in zip(groups, marks, strict=True):
        named = len(mark.place) > 1 and mark.problem >= 0
        for other in known.get(mark, ()) if named else ():
            total = sum(_alike(likeness, one, two) for one in members for two in other)
            if total / (len(members) * len(other)) >= ONE_NAME:
                other.extend(members)
                break
        else:
            united.append(list(members))
            known.setdefault(mark, []).append(united[-1])
    near = (_near_the_core(members, likeness, NEAR_ONE_NAME) for members in united)
    return _sorted(members for members in near if _is_sure(members, likeness))


def _is_sure(members: list[int], likeness: dict[tuple[int, int], float]) -> bool:
    """Whether few are alike enough, or there are many."""
    pairs = [(one, two) for at, one in enumerate(members) for two in members[:at]]
    if not pairs or len(members) > FEW:
        return True
    return sum(_alike(likeness, one, two) for one, two in pairs) / len(pairs) >= SURE


def _likeness(pairs: Pairs) -> dict[tuple[int, int], float]:
    rows = zip(pairs.left.tolist(), pairs.right.tolist(), pairs.likeness.tolist(), strict=True)
    return {(left, right): alike for left, right, alike in rows}


def _near_the_core(members: list[int], likeness: dict[tuple[int, int], float], near: float) -> list[int]:
    """The members that are near the others; the farthest goes first, then all are asked again."""
    kept = sorted(members)
    sums = {one: sum(_alike(likeness, one, other) for other in kept if other != one) for one in kept}
    while len(kept) > 1:
        farthest = min(kept, key=lambda one: (sums[one], one))
        if sums[farthest] / (len(kept) - 1) >= near:
            return kept
        kept.remove(farthest)
        for other in kept:
            sums[other] -= _alike(likeness, farthest, other)
    return kept


def _alike(likeness: dict[tuple[int, int], float], one: int, other: int) -> float:
    return likeness.get((min(one, other), max(one, other)), 0.0)
