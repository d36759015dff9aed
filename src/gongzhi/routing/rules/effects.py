"""What another list would have done with the reports of a month: compared, counted, never carried out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MOST_SHIFTS = 20


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a report lands: the path (empty: none), the seat, and whether that is the duty desk for want of
    something."""

    path: str
    seat_id: int
    to_desk: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So many reports would go from here to there."""

    before: Landing
    after: Landing
    count: int


@dataclass(frozen=True, slots=True)
class Load:
    """What a seat would receive, before and after."""

    seat_id: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures: `moved` are reports with another path or seat, `other_seat` those of them that reach
    other people; shifts and loads with the largest change first, `more_shifts` left out; `paths` says it
    without the seats (path before, path after, how many)."""

    looked_at: int
    moved: int
    other_seat: int
    desk_before: int
    desk_after: int
    shifts: tuple[Shift, ...]
    more_shifts: int
    loads: tuple[Load, ...]
    paths: tuple[tuple[str, str, int], ...]


def compare_landings(pairs: Sequence[tuple[Landing, Landing]]) -> Comparison:
    """Before and after, report by report → the figures."""
    moved = Counter(pair for pair in pairs if pair[0] != pair[1])
    ranked = sorted(moved.items(), key=lambda one: (-one[1], one[0][0].path, one[0][0].seat_id))
    before = Counter(one.seat_id for one, _other in pairs)
    after = Counter(other.seat_id for _one, other in pairs)
    between = Counter((one.path, other.path) for one, other in pairs if one.path != other.path)
    loads = [Load(seat, before[seat], after[seat]) for seat in before.keys() | after.keys()]
    return Comparison(
        looked_at=len(pairs),
        moved=sum(moved.values()),
        other_seat=sum(1 for one, other in pairs if one.seat_id != other.seat_id),
        desk_before=sum(1 for one, _other in pairs if one.to_desk),
        desk_after=sum(1 for _one, other in pairs if other.to_desk),
        shifts=tuple(Shift(*pair, count) for pair, count in ranked[:MOST_SHIFTS]),
        more_shifts=max(len(ranked) - MOST_SHIFTS, 0),
        loads=tuple(sorted(loads, key=lambda one: (-abs(one.after - one.before), -one.after, one.seat_id))),
        paths=tuple((*change, count) for change, count in between.most_common()),
    )
