"""What happened to people's records."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class ContactOpened(Event):
    """Somebody looked at a person's name and number. `in_case` is empty without an open case: the auditor
    is told."""

    person_id: int
    actor_id: int | None
    purpose: str
    case_ref: str


@dataclass(frozen=True)
class NumberSearched(Event):
    """Somebody typed a caller's number in to find their reports. `person_id` is empty when nobody is known
    under it."""

    person_id: int | None
    actor_id: int | None
    purpose: str


@dataclass(frozen=True)
class PersonErased(Event):
    """Nothing of this person is kept any more; every room above erases what it has."""

    person_id: int


@dataclass(frozen=True)
class PeopleResealed(Event):
    """Names and numbers lie under the present key of the ring."""

    count: int
    key_id: str
