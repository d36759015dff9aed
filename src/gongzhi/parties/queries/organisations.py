"""Bodies that take part."""

from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries.facts import OrganisationFacts
from gongzhi.parties.queries.present import Stamps, get_present, read_stamps
from gongzhi.territory.queries import find_place


def find_organisation(organisation_id: int, *, stamps: Stamps | None = None) -> OrganisationFacts | None:
    """One body, ended ones too; None if there is none."""
    return get_present(stamps).organisations.get(organisation_id)


def get_organisation(organisation_id: int, *, stamps: Stamps | None = None) -> OrganisationFacts:
    """The same, for one that must be there. Raises NotFound."""
    found = find_organisation(organisation_id, stamps=stamps)
    if found is None:
        raise NotFound()
    return found


def list_organisations(
    *, kind: str | None = None, within: int | None = None, stamps: Stamps | None = None
) -> tuple[OrganisationFacts, ...]:
    """Those taking part now, by name: of one kind, on or below one place."""
    known = read_stamps(stamps)
    found = [
        one
        for one in get_present(known).organisations.values()
        if not one.ended
        and (kind is None or one.kind == kind)
        and (within is None or _lies_in(one, within, known))
    ]
    return tuple(sorted(found, key=lambda one: (one.name, one.id)))


def _lies_in(organisation: OrganisationFacts, within: int, stamps: Stamps) -> bool:
    place = find_place(organisation.place_id, stamps=stamps) if organisation.place_id else None
    return place is not None and within in place.path
