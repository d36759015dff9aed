"""Spoken numbers that are not mistaken for one another."""

import random

import pytest

from gongzhi.territory.rules.plates import has_number_form, is_spoken_number, pick_number


def test_a_slip_never_leads_to_another_entrance() -> None:
    dice = random.Random(7)
    used: set[str] = set()
    for _ in range(6_500):
        used.add(pick_number(used, dice.randrange))
    assert {len(number) for number in used} == {5, 6}
    assert all(number[0] != "0" and is_spoken_number(number) for number in used)
    for number in list(used)[:300]:
        slips = {
            number[:at] + digit + number[at + 1 :] for at in range(len(number)) for digit in "0123456789"
        }
        swaps = {
            number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(len(number) - 1)
        }
        assert (slips | swaps) & used == {number}


def test_form() -> None:
    assert has_number_form("4821") and has_number_form("123456")
    assert not any(map(has_number_form, ("123", "1234567", "12a45", "", "１２３４５")))


def test_a_full_street_is_an_error() -> None:
    with pytest.raises(RuntimeError):
        pick_number({"10009"} | {pick_number(set(), lambda n: 0)}, lambda n: 0)
