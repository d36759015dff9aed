"""Which cases a person may list, as conditions that indexes answer: seats, duty areas, ranges of the address
tree, a handful of ids; never a scan of everything."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from gongzhi.cases.models import Case, Party
from gongzhi.cases.queries.access import Reader, Stamps
from gongzhi.parties.queries import find_seat
from gongzhi.registry.queries import own_person
from gongzhi.territory.queries import Level, find_above, find_place, get_area, list_ancestors

PARTS_AT_MOST = 500
BROAD = frozenset({Level.STREET, Level.DISTRICT})
END = "~"  # above every digit: paths below p are p <= path < p + END


def in_scope(reader: Reader) -> Q:
    """Every case this reader may read, except that of cases they only take part in the newest few hundred
    count. One query."""
    return reduce(or_, scopes_of(reader))


def scopes_of(reader: Reader) -> list[Q]:
    """The ways in which a case comes within this reader's sight, each answered by one index, one by one:
    two seats asked together would be gathered and sorted. All of them together are `in_scope`. One query."""
    if reader.actor.is_system or reader.is_auditor:
        return [Q()]
    found = [Q(pk__in=_parts(reader)), *(Q(seat_id=one) for one in sorted(reader.rights.seat_ids))]
    for seat in reader.rights.seats:
        if "see-scope" in seat.rights:
            by_area = [Q(area_id=one) for one in sorted(seat.area_ids)]
            found.extend(by_area if seat.place_id is None else [below(seat.place_id, reader)])
    return list(dict.fromkeys(found))


def below(place_id: int, reader: Reader) -> Q:
    """Cases at a place or below it. A community by its own column; a street holds so many that the order of
    the list is walked and the path only looked at; anything smaller is a range of paths."""
    place = find_place(place_id, stamps=reader.stamps)
    if place is None:
        return Q(pk__in=())
    path = ground_at(place_id, reader.stamps).path
    if place.level is Level.COMMUNITY:
        return Q(community_id=place_id)
    if place.level in BROAD:
        return Q(scope_path__startswith=path)
    return Q(scope_path__gte=path, scope_path__lt=path + END)


@dataclass(frozen=True)
class Within:
    """A ground a reader narrows a list to: a place and all below it, or duty areas. It never adds anything to
    what they may see."""

    place_id: int | None = None
    area_ids: frozenset[int] = frozenset()


def within(wanted: Within | None, reader: Reader) -> Q:
    """Cases on that ground; None: all of them."""
    if wanted is None:
        return Q()
    if wanted.area_ids:
        return Q(area_id__in=sorted(wanted.area_ids))
    return below(wanted.place_id, reader) if wanted.place_id is not None else Q(pk__in=())


def ground_of_order(place_id: int | None, area_id: int | None, seat_id: int, stamps: Stamps) -> int | None:
    """On whose ground a new case lies: its place, else the ground of its duty area, else the street of the
    seat it is given to. So a report without a place still has leaders who see it."""
    if place_id is not None:
        return place_id
    if area_id is not None:
        return get_area(area_id, stamps=stamps).ground_id
    seat = find_seat(seat_id, stamps=stamps)
    if seat is None or (seat.place_id is None and seat.area_id is None):
        return None
    own = seat.place_id or get_area(seat.area_id or 0, stamps=stamps).ground_id
    street = find_above(own, Level.STREET, stamps=stamps)
    return street.id if street else own


@dataclass(frozen=True)
class Ground:
    """What the tables keep of where a case lies: its community, and the way down from the root in refs of one
    width, so that all below a place is one range."""

    community_id: int | None
    path: str


def ground_at(place_id: int | None, stamps: Stamps) -> Ground:
    """The ground of a place."""
    if place_id is None:
        return Ground(None, "")
    above = list_ancestors(place_id, stamps=stamps)
    community = next((place.id for place in above if place.level is Level.COMMUNITY), None)
    return Ground(community, "".join(f"{place.ref}/" for place in above))


def seen_by(reader: Reader, rows: QuerySet[Case]) -> QuerySet[Case]:
    """Without the cases about a seat the reader is blind to."""
    if reader.rights.blind_to:
        return rows.exclude(about_seat_id__in=sorted(reader.rights.blind_to))
    return rows


def _parts(reader: Reader) -> list[int]:
    """The newest cases in which a seat or organisation of the reader, or the reader as a resident, takes
    part. One query; each branch walks one index from its newest end, however much lies behind. The
    person is a number looked up, not a table joined: for whoever is none PostgreSQL walked all parties."""
    rights = reader.rights
    if reader.actor.user_id is None:
        return []
    rows = Party.objects.all()
    present = rows.exclude(role="former")
    branches = [
        _newest(present.filter(person_id=own_person(reader.actor.user_id))),
        *(_newest(present.filter(seat_id=seat_id)) for seat_id in sorted(rights.seat_ids)),
        *(_newest(rows.filter(organisation_id=one)) for one in sorted(rights.organisation_ids)),
    ]
    found = branches[0].union(*branches[1:]).order_by("-case_id")[:PARTS_AT_MOST]
    return [case_id for (case_id,) in found]


def _newest(rows: QuerySet[Party]) -> QuerySet[Party, tuple[int]]:
    """The newest few hundred of these, as a branch of a union (SQLite takes no limit in a branch itself)."""
    newest = rows.order_by("-case_id").values("pk")[:PARTS_AT_MOST]
    return Party.objects.order_by().filter(pk__in=newest).values_list("case_id")
