"""Readers of the address tree."""

from gongzhi.kernel.text import name_key
from gongzhi.territory.models import Place
from gongzhi.territory.queries.present import Stamps, get_present
from gongzhi.territory.rules import Atlas, Level, PlaceFacts, has_number_form
from gongzhi.territory.rules.atlas import full_name_of
from gongzhi.territory.rules.refusals import NoSuchPlace


def _room_facts(atlas: Atlas, room: Place | None) -> PlaceFacts | None:
    """A room is read from its row; everything above it is known."""
    above = atlas.places.get(room.parent_id or 0) if room else None
    if room is None or above is None:
        return None
    return PlaceFacts(
        id=room.pk,
        ref=room.ref,
        level=Level.ROOM,
        name=room.name,
        full_name=full_name_of(Level.ROOM, room.name, above),
        path=(*above.path, room.pk),
        lat=above.lat,
        lng=above.lng,
        estate_kind=above.estate_kind,
        ended=above.ended or room.ended_on is not None,
    )


def find_place(place: int | str, *, stamps: Stamps | None = None) -> PlaceFacts | None:
    """A place by id or by reference, ended ones too; None if there is none. Rooms cost one query."""
    atlas = get_present(stamps).atlas
    if isinstance(place, str):
        known = atlas.by_ref.get(place)
        if known is not None:
            return atlas.places[known]
        return _room_facts(atlas, Place.objects.filter(ref=place, level=Level.ROOM.value).first())
    if place in atlas.places:
        return atlas.places[place]
    return _room_facts(atlas, Place.objects.filter(pk=place, level=Level.ROOM.value).first())


def get_place(place: int | str, *, stamps: Stamps | None = None) -> PlaceFacts:
    """The same, for a place that must be there. Raises NoSuchPlace."""
    found = find_place(place, stamps=stamps)
    if found is None:
        raise NoSuchPlace()
    return found


def list_children(place_id: int | None, *, stamps: Stamps | None = None) -> tuple[PlaceFacts, ...]:
    """What lies directly in a place, 2号楼 before 10号楼; None lists the roots. Rooms of an entrance or of a
    building without entrances cost one query."""
    atlas = get_present(stamps).atlas
    inner = tuple(atlas.places[one] for one in atlas.children.get(place_id, ()))
    above = atlas.places.get(place_id) if place_id else None
    if inner or above is None or above.level not in (Level.BUILDING, Level.ENTRANCE):
        return inner
    rooms = Place.objects.filter(parent_id=place_id, ended_on__isnull=True).order_by("sort_no", "name_key")
    return tuple(facts for room in rooms if (facts := _room_facts(atlas, room)))


def list_aliases(place_id: int, *, stamps: Stamps | None = None) -> tuple[str, ...]:
    """The other names people use for a place."""
    return get_present(stamps).atlas.aliases.get(place_id, ())


def list_places_under(
    place_id: int | None, *, level: Level | None = None, stamps: Stamps | None = None
) -> tuple[PlaceFacts, ...]:
    """Everything below a place down to its entrances, or only one level of it; None: the whole ground."""
    walk = get_present(stamps).atlas.walk(place_id)
    return tuple(place for place in walk if level is None or place.level is level)


def list_ancestors(place_id: int, *, stamps: Stamps | None = None) -> tuple[PlaceFacts, ...]:
    """From the root down to the place itself. Raises NoSuchPlace."""
    place = get_place(place_id, stamps=stamps)
    atlas = get_present(stamps).atlas
    return (*(atlas.places[one] for one in place.path[:-1]), place)


def find_above(place_id: int, level: Level, *, stamps: Stamps | None = None) -> PlaceFacts | None:
    """The community, estate, building … a place lies in (or is). Raises NoSuchPlace."""
    ancestors = list_ancestors(place_id, stamps=stamps)
    return next((one for one in reversed(ancestors) if one.level is level), None)


def grounds_of(place_id: int | None, *, stamps: Stamps | None = None) -> tuple[int, ...]:
    """Where configuration is looked for: the place itself, then what it lies in, up to the root. Empty for
    no place. Raises NoSuchPlace."""
    if place_id is None:
        return ()
    return tuple(reversed(get_place(place_id, stamps=stamps).path))


def list_roots(*, stamps: Stamps | None = None) -> tuple[PlaceFacts, ...]:
    """The district of this deployment, or its streets."""
    return list_children(None, stamps=stamps)


def find_entrance(
    plate: str, *, street_id: int | None = None, stamps: Stamps | None = None
) -> PlaceFacts | None:
    """The entrance whose plate carries this token or spoken number. Where several streets of a deployment
    use one number, the street decides; without it nothing is guessed."""
    atlas = get_present(stamps).atlas
    word = plate.strip()
    if word in atlas.by_token:
        return atlas.places[atlas.by_token[word]]
    digits = "".join(str(int(sign)) for sign in word if sign.isdecimal())
    if not has_number_form(digits) or any(not sign.isdecimal() and sign not in " -号#" for sign in word):
        return None
    found = [atlas.places[one] for one in atlas.by_number.get(digits, ())]
    if street_id is not None:
        found = [place for place in found if street_id in place.path]
    return found[0] if len(found) == 1 else None


def find_places(
    words: str,
    *,
    within: int | None = None,
    level: Level | None = None,
    limit: int = 20,
    stamps: Stamps | None = None,
) -> tuple[PlaceFacts, ...]:
    """Places for a search box: read as an address first, then as part of a name."""
    present = get_present(stamps)
    places = present.atlas.places
    ranked = [match.place.id for match in present.names.find(words, within)]
    ranked += [one for one in present.names.find_names(words) if one not in ranked]
    found = (places[one] for one in ranked)
    kept = [
        place
        for place in found
        if (level is None or place.level is level) and (within is None or within in place.path)
    ]
    return tuple(kept[:limit])


def find_room(parent_id: int, name: str, *, stamps: Stamps | None = None) -> PlaceFacts | None:
    """The room of that name in an entrance or building. One query."""
    keys = {name_key(name), name_key(f"{name}室")}
    rows = Place.objects.filter(parent_id=parent_id, level=Level.ROOM.value, ended_on__isnull=True)
    return _room_facts(get_present(stamps).atlas, rows.filter(name_key__in=keys).first())
