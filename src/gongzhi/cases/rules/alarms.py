"""Alarms of a case. Those that residents ring stand until somebody has answered them: no step of the work
silences them."""

PERSON_ASKED = "person-asked"
NOT_ME = "not-me"
STANDING = frozenset({PERSON_ASKED, NOT_ME})


def keep_standing(before: str, chosen: str) -> str:
    """The alarm after the case went to other hands: a new one, else what a resident rang, else none."""
    return chosen or (before if before in STANDING else "")
