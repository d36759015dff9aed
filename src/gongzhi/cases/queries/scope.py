"""Which cases a person may list, as conditions that indexes answer: seats, duty areas, ranges of the address
tree, a handful of ids; never a scan of everything."""

from django.db.models import Q, QuerySet

from gongzhi.cases.models import Case, Party
from gongzhi.cases.queries.access import Reader, Stamps
from gongzhi.territory.queries import find_place, list_ancestors

PARTS_AT_MOST = 500
END = "~"  # above every digit: paths below p are p <= path < p + END


def in_scope(reader: Reader, *, live: bool = True) -> Q:
    """Every case this reader may read, except that of cases they only take part in the newest few hundred
    count. One query."""
    if reader.actor.is_system or reader.is_auditor:
        return Q()
    rights = reader.rights
    wanted = Q(pk__in=_parts(reader, live=live))
    if rights.seat_ids:
        wanted |= Q(seat_id__in=sorted(rights.seat_ids))
    if rights.scope_areas:
        wanted |= Q(area_id__in=sorted(rights.scope_areas))
    for place_id in rights.scope_places:
        wanted |= below(place_id, reader)
    return wanted


def below(place_id: int, reader: Reader) -> Q:
    """Cases at a place or below it, as a range of paths."""
    if find_place(place_id, stamps=reader.stamps) is None:
        return Q(pk__in=())
    path = scope_path_of(place_id, reader.stamps)
    return Q(scope_path__gte=path, scope_path__lt=path + END)


def scope_path_of(place_id: int | None, stamps: Stamps) -> str:
    """The way from the root down to a place, in refs of one width, so that all below is one range."""
    if place_id is None:
        return ""
    return "".join(f"{place.ref}/" for place in list_ancestors(place_id, stamps=stamps))


def seen_by(reader: Reader, rows: QuerySet[Case]) -> QuerySet[Case]:
    """Without the cases about a seat the reader is blind to."""
    if reader.rights.blind_to:
        return rows.exclude(about_seat_id__in=sorted(reader.rights.blind_to))
    return rows


def _parts(reader: Reader, *, live: bool) -> list[int]:
    """Cases in which a seat or organisation of the reader, or the reader as a resident, takes part."""
    rights = reader.rights
    if reader.actor.user_id is None:
        return []
    mine = Q(person__user_id=reader.actor.user_id)
    if rights.seat_ids:
        mine |= Q(seat_id__in=sorted(rights.seat_ids)) & ~Q(role="former")
    if rights.organisation_ids:
        mine |= Q(organisation_id__in=sorted(rights.organisation_ids))
    rows = Party.objects.filter(mine)
    if live:
        rows = rows.exclude(case__status="ended")
    return list(rows.order_by("-case_id").values_list("case_id", flat=True)[:PARTS_AT_MOST])
