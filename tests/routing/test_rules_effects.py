"""Before and after, report by report."""

from gongzhi.routing.rules import Landing, Load, Shift, compare_landings
from gongzhi.routing.rules.effects import MOST_SHIFTS

HERE, THERE, DESK = Landing("9", 1), Landing("12", 2), Landing("", 3, to_desk=True)


def test_figures() -> None:
    same_seat = Landing("12", 1)
    found = compare_landings([(HERE, HERE), (HERE, THERE), (HERE, THERE), (DESK, HERE), (HERE, same_seat)])
    assert (found.looked_at, found.moved, found.other_seat) == (5, 4, 3)
    assert (found.desk_before, found.desk_after) == (1, 0)
    assert found.shifts[0] == Shift(HERE, THERE, 2)
    assert found.paths == (("9", "12", 3), ("", "9", 1))
    assert found.loads[0] == Load(2, 0, 2)
    assert {one.seat_id: (one.before, one.after) for one in found.loads} == {1: (4, 3), 2: (0, 2), 3: (1, 0)}


def test_nothing_to_compare() -> None:
    found = compare_landings([])
    assert (found.looked_at, found.moved, found.shifts, found.loads) == (0, 0, (), ())


def test_the_largest_shifts_are_named_the_rest_counted() -> None:
    found = compare_landings([(Landing("9", seat), THERE) for seat in range(10, 10 + MOST_SHIFTS + 5)])
    assert (len(found.shifts), found.more_shifts) == (MOST_SHIFTS, 5)
