"""Telephone numbers typed where words are asked for: they get into no address."""

import re
import unicodedata

_SPACE = r"[\s.\-]?"
_MOBILE = re.compile(rf"(?<!\d)(?:(?:\+?86|0086)[\s\-]*)?(1[3-9]{_SPACE}(?:\d{_SPACE}){{8}}\d)(?!{_SPACE}\d)")
_LANDLINE = re.compile(r"(?<!\d)\(?0\d{2,3}\)?[\s\-]?\d{3,4}[\s\-]?\d{4}(?!\d)")
_NOTHING_ELSE = re.compile(r"\+?[\d\s().\-]{7,20}")
_DASHES = str.maketrans("‐‑‒–—―－", "-------")
FEWEST_DIGITS = 7


def find_number(text: str) -> str:
    """The telephone number in what somebody typed, or "". A mobile or landline number among words counts, and
    whatever is a number and nothing else: rather too much than one in an address."""
    plain = unicodedata.normalize("NFKC", text.translate(_DASHES)).strip()
    mobile = _MOBILE.search(plain)
    if mobile:
        return re.sub(r"\D", "", mobile[1])
    landline = _LANDLINE.search(plain)
    if landline:
        return landline[0]
    digits = sum(sign.isdigit() for sign in plain)
    return plain if digits >= FEWEST_DIGITS and _NOTHING_ELSE.fullmatch(plain) else ""
