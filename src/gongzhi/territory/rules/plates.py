"""The entrance plate: a number short enough to be said over the phone, safe enough not to be mistaken.

The last digit is a check digit over a totally anti-symmetric quasigroup (Damm 2004): any one digit heard
wrongly and any two neighbours swapped give a number no other entrance has.
"""

from collections.abc import Callable, Collection

from gongzhi.kernel.refs import check_digit

SHORT, LONG = 5, 6
_SHORT_ROOM = 6_000
_TRIES = 400


def has_number_form(text: str) -> bool:
    """Whether the digits could be an entrance's spoken number."""
    return 4 <= len(text) <= LONG and text.isascii() and text.isdigit()


def is_spoken_number(text: str) -> bool:
    """Whether the check digit holds."""
    return has_number_form(text) and text[0] != "0" and check_digit(text[:-1]) == text[-1]


def pick_number(used: Collection[str], draw: Callable[[int], int]) -> str:
    """A free number of a street: five digits, six where five grow scarce. `draw(n)` gives 0…n-1. It never
    starts with a nought: spreadsheets drop it. RuntimeError when a street has no number left."""
    digits = SHORT if len(used) < _SHORT_ROOM else LONG
    low = 10 ** (digits - 2)
    for _ in range(_TRIES):
        front = str(low + draw(9 * low))
        number = front + check_digit(front)
        if number not in used:
            return number
    raise RuntimeError("no spoken number left in this street")
