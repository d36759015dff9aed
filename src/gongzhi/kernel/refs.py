"""Numbers that leave the house: random, so nobody can count cases or guess a neighbour's; with a check
digit, so a slip on the telephone is heard at once; spoken in fours.

The check digit is Damm's (H. M. Damm, 2004): every single wrong digit and every swapped pair is found.
"""

import re
import secrets

LENGTH = 12
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{7,63}")

_TABLE = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip


def check_digit(digits: str) -> str:
    """The Damm digit that makes `digits` whole."""
    interim = 0
    for digit in digits:
        interim = int(_TABLE[interim][int(digit)])
    return str(interim)


def new_ref() -> str:
    """A new number: 11 random digits, never starting with 0, and a check digit. No query; unique constraints
    have the last word (ninety thousand million numbers)."""
    digits = str(10 ** (LENGTH - 2) + secrets.randbelow(9 * 10 ** (LENGTH - 2)))
    return digits + check_digit(digits)


def is_ref(text: str) -> bool:
    """Whether this is a whole number with the right check digit."""
    return len(text) == LENGTH and text.isascii() and text.isdigit() and check_digit(text) == "0"


def clean_ref(text: str) -> str:
    """A number as people type it (blanks, dashes, full-width digits) → twelve plain digits, or "" if it is
    none."""
    plain = "".join(str(int(sign)) for sign in text if sign.isdecimal())
    rest = [
        sign for sign in text if not sign.isdecimal() and not sign.isspace() and sign not in "-–—－_.·号#"
    ]
    return plain if not rest and is_ref(plain) else ""


def spoken(ref: str) -> str:
    """In fours, as it is read over the telephone: 4821 0937 5516."""
    return " ".join(ref[at : at + 4] for at in range(0, len(ref), 4))


def is_key(text: str) -> bool:
    """Whether it can be the key a page makes for what it sends, so that sent twice is done once."""
    return bool(_KEY.fullmatch(text))
