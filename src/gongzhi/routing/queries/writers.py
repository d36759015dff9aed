"""Who wrote a held text is known to the room that owns it and kept nowhere here: that room is asked before
somebody decides about words of their own."""

from collections.abc import Callable, Collection

Writing = tuple[str, int]
"""The subject of a text, and an account that wrote it."""

Wrote = Callable[[Collection[str], Collection[int]], Collection[Writing]]
"""Of these subjects and these accounts, which account wrote which. One question for all of them."""

_rooms: dict[str, Wrote] = {}


def use_writers(room: str, wrote: Wrote) -> None:
    """Subjects that begin with `<room>:` are asked of `wrote` from now on."""
    _rooms[room] = wrote


def list_writings(subjects: Collection[str], user_ids: Collection[int]) -> frozenset[Writing]:
    """Of these texts, which of these people wrote which: they decide nothing about it. One question for each
    room, however many they are."""
    own: set[Writing] = set()
    for room, wrote in _rooms.items():
        asked = [one for one in subjects if one.startswith(f"{room}:")]
        if asked and user_ids:
            own.update(wrote(asked, user_ids))
    return frozenset(own)


def list_own_speech(subjects: Collection[str], user_id: int | None) -> frozenset[str]:
    """Of these texts, those this person wrote: somebody else decides about them."""
    if user_id is None:
        return frozenset()
    return frozenset(subject for subject, _writer in list_writings(subjects, (user_id,)))
