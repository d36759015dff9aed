"""Everything that writes people's records."""

from gongzhi.registry.actions.correct_person import correct_person
from gongzhi.registry.actions.ensure_person import ensure_person
from gongzhi.registry.actions.erase_person import erase_person
from gongzhi.registry.actions.find_caller import Caller, find_caller
from gongzhi.registry.actions.note_caller import note_caller
from gongzhi.registry.actions.open_contact import Contact, open_contact
from gongzhi.registry.actions.reseal_people import reseal_people

__all__ = [
    "Caller",
    "Contact",
    "correct_person",
    "ensure_person",
    "erase_person",
    "find_caller",
    "note_caller",
    "open_contact",
    "reseal_people",
]
