"""What a moment is called, and hours over midnight."""

import pytest

from gongzhi.routing.rules import name_times, read_window
from gongzhi.routing.rules.times import cut_day, is_within

NIGHT = read_window("22:00-06:00")


@pytest.mark.parametrize(
    ("minute", "inside"),
    [(22 * 60, True), (23 * 60 + 59, True), (0, True), (359, True), (360, False), (1319, False)],
)
def test_hours_run_over_midnight(minute: int, inside: bool) -> None:
    assert is_within(NIGHT, minute) is inside


def test_hours_within_a_day() -> None:
    window = read_window("08:30-12:00")
    assert [is_within(window, one) for one in (509, 510, 719, 720)] == [False, True, True, False]


@pytest.mark.parametrize("text", ["", "8-12", "24:00-06:00", "08:00-08:00", "08:60-09:00", "08:00-09:00 "])
def test_what_is_no_hours(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_window(text)


@pytest.mark.parametrize(
    ("known", "names"),
    [
        ({"minute": 600, "is_open": True, "worked": True, "holiday": False}, ("working-hours",)),
        ({"minute": 1300, "is_open": False, "worked": True, "holiday": False}, ("off-hours",)),
        ({"minute": 60, "is_open": False, "worked": True, "holiday": False}, ("off-hours", "night")),
        ({"minute": 600, "is_open": False, "worked": False, "holiday": False}, ("off-hours", "weekend")),
        (
            {"minute": 60, "is_open": False, "worked": False, "holiday": True},
            ("off-hours", "night", "holiday"),
        ),
    ],
)
def test_a_moment_has_its_names(known: dict[str, int], names: tuple[str, ...]) -> None:
    assert name_times(**known, night=NIGHT) == names  # type: ignore[arg-type]


def test_a_day_is_cut_where_hours_begin_and_end() -> None:
    assert cut_day([NIGHT, (510, 720)]) == (0, 360, 510, 720, 1320)
