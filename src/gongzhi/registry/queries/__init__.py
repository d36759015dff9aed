"""Reading people: masked, except for themselves."""

from gongzhi.registry.models import LookPurpose
from gongzhi.registry.queries.looks import LookFacts, list_looks_at, list_looks_by
from gongzhi.registry.queries.people import (
    OwnRecord,
    PersonFacts,
    can_erase_own,
    find_person_by_phone,
    find_person_by_ref,
    find_person_of,
    get_own_record,
    get_person,
    list_people,
    own_person,
    users_of,
)

__all__ = [
    "LookFacts",
    "LookPurpose",
    "OwnRecord",
    "PersonFacts",
    "can_erase_own",
    "find_person_by_phone",
    "find_person_by_ref",
    "find_person_of",
    "get_own_record",
    "get_person",
    "list_looks_at",
    "list_looks_by",
    "list_people",
    "own_person",
    "users_of",
]
