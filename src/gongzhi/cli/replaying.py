"""Erasures made after a backup, made again after it came back."""

from collections.abc import Iterable

from gongzhi.cases.actions import erase_words
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.erasures import Erasure
from gongzhi.kernel.errors import Conflict, NotFound
from gongzhi.registry.actions import erase_person
from gongzhi.registry.queries import find_person_by_ref


def replay_erasures(noted: Iterable[Erasure]) -> int:
    """Answers how many had come back and are gone again; what is erased already, or was never in the backup,
    is passed over."""
    return sum(_replay(one) for one in noted)


def _replay(one: Erasure) -> bool:
    try:
        if one.kind == "person":
            person_id = find_person_by_ref(one.names["ref"])
            if person_id is None:
                return False
            erase_person(person_id, actor=SYSTEM)
        elif one.kind == "words":
            erase_words(one.names["case_ref"], int(one.names["seq"]), actor=SYSTEM)
    except (Conflict, NotFound):
        return False
    return True
