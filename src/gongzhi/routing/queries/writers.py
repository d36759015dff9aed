"""Who wrote a held text is known to the room that owns it and kept nowhere here: that room is asked before
somebody decides about words of their own."""

from collections.abc import Callable, Collection

Wrote = Callable[[Collection[str], int], Collection[str]]
"""Of these subjects, those this account wrote."""

_rooms: dict[str, Wrote] = {}


def use_writers(room: str, wrote: Wrote) -> None:
    """Subjects that begin with `<room>:` are asked of `wrote` from now on."""
    _rooms[room] = wrote


def list_own_speech(subjects: Collection[str], user_id: int | None) -> frozenset[str]:
    """Of these texts, those this person wrote: somebody else decides about them."""
    if user_id is None:
        return frozenset()
    own: set[str] = set()
    for room, wrote in _rooms.items():
        asked = [one for one in subjects if one.startswith(f"{room}:")]
        if asked:
            own.update(wrote(asked, user_id))
    return frozenset(own)
