"""What a person may see and do, by the seats held or stood in for today."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied
from gongzhi.parties.queries.present import Present, SeatRow, Stamps, get_present, read_stamps
from gongzhi.parties.queries.seats import path_of_seat, rows_of_user
from gongzhi.territory.queries import list_area_ids_under, list_areas


@dataclass(frozen=True, slots=True)
class SeatRights:
    """The rights of one seat on its ground: a place and all below, or duty areas."""

    seat_id: int
    post: str
    rank: int
    rights: frozenset[str]
    place_id: int | None
    area_ids: frozenset[int]

    def covers(self, path: Sequence[int], area_ids: Collection[int] = ()) -> bool:
        """Whether ground given by its path (root … place) or its areas lies on this seat's ground."""
        if self.place_id is not None and self.place_id in path:
            return True
        return bool(self.area_ids) and not self.area_ids.isdisjoint(area_ids)


@dataclass(frozen=True, slots=True)
class Rights:
    """All of a person's seats together.

    `scope_places` and `scope_areas` are the grounds whose cases may be seen as such; beyond them a person
    sees cases in which a seat of `seat_ids` or an organisation of `organisation_ids` is a party. Cases about
    a seat in `blind_to` are never seen."""

    user_id: int
    seats: tuple[SeatRights, ...]
    organisation_ids: frozenset[int]
    scope_places: frozenset[int]
    scope_areas: frozenset[int]
    blind_to: frozenset[int]

    @property
    def seat_ids(self) -> frozenset[int]:
        """The seats the person may act in."""
        return frozenset(seat.seat_id for seat in self.seats)

    @property
    def posts(self) -> frozenset[str]:
        """The posts of those seats."""
        return frozenset(seat.post for seat in self.seats)

    @property
    def is_outsider(self) -> bool:
        """Holds no seat at all: a resident."""
        return not self.seats

    def can(self, right: str) -> bool:
        """Whether any seat carries `right`, wherever."""
        return any(right in seat.rights for seat in self.seats)

    def can_at(self, right: str, path: Sequence[int], area_ids: Collection[int] = ()) -> bool:
        """Whether a seat carries `right` for this ground."""
        return any(right in seat.rights and seat.covers(path, area_ids) for seat in self.seats)

    def sees(self, path: Sequence[int], area_ids: Collection[int] = ()) -> bool:
        """Whether cases on this ground are seen as such."""
        return self.can_at("see-scope", path, area_ids)


def rights_of(user_id: int | None, *, stamps: Stamps | None = None) -> Rights:
    """What a person may see and do today. At most one query (the stamps); none with `stamps`."""
    known = read_stamps(stamps)
    present = get_present(known)
    rows = rows_of_user(present, user_id) if user_id is not None else ()
    seats = tuple(_rights_of_seat(present, row, known) for row in rows)
    seeing = [seat for seat in seats if "see-scope" in seat.rights]
    return Rights(
        user_id=user_id or 0,
        seats=seats,
        organisation_ids=frozenset(row.organisation_id for row in rows if row.organisation_id is not None),
        scope_places=frozenset(seat.place_id for seat in seeing if seat.place_id is not None),
        scope_areas=frozenset(area_id for seat in seeing for area_id in seat.area_ids),
        blind_to=_blind_to(present, user_id),
    )


def list_users_with(
    right: str, path: Sequence[int] | None = None, *, stamps: Stamps | None = None
) -> frozenset[int]:
    """Whoever acts today, present and not on leave, in a seat that carries `right` for this ground (its path
    from the root down; None: wherever). Seats on duty areas are left out."""
    known = read_stamps(stamps)
    present = get_present(known)
    return frozenset(
        user_id
        for chair in present.chairs(clock.today()).values()
        if right in present.posts[chair.post].rights
        and (path is None or _stands_on(present, present.seats[chair.id], path, known))
        for user_id in chair.users
    )


def _stands_on(present: Present, row: SeatRow, path: Sequence[int], stamps: Stamps) -> bool:
    own = path_of_seat(present, row, stamps) if row.area_id is None else ()
    return bool(own) and own[-1] in path


def check_may_configure(actor: Actor) -> None:
    """The machine itself (set-up, the worker), or a seat with the right `configure`. Raises Denied."""
    if actor.is_system:
        return
    if actor.kind != "person" or not rights_of(actor.user_id).can("configure"):
        raise Denied()


def _rights_of_seat(present: Present, row: SeatRow, stamps: Stamps) -> SeatRights:
    """A seat inside an organisation works on the organisation's ground; a seat on a place answers for the
    duty areas lying in it too, as a case may name an area and no place."""
    post = present.posts[row.post]
    if row.area_id is not None:
        place_id, areas = None, list_area_ids_under({row.area_id}, stamps=stamps)
    else:
        path = path_of_seat(present, row, stamps)
        place_id = path[-1] if path else None
        inner = list_areas(ground_id=place_id, stamps=stamps) if place_id is not None else ()
        areas = frozenset(area.id for area in inner)
    return SeatRights(row.id, row.post, post.rank, post.rights, place_id, areas)


def _blind_to(present: Present, user_id: int | None) -> frozenset[int]:
    """The seats about which this person may read nothing: the mirror of `shadow_of`."""
    if user_id is None or user_id not in present.seats_of_user:
        return frozenset()
    chairs = present.chairs(clock.today())
    bound = [chair for chair in chairs.values() if user_id in chair.members or user_id in chair.users]
    organisations = {chair.organisation_id for chair in bound if chair.organisation_id is not None}
    colleagues = {chair.id for chair in chairs.values() if chair.organisation_id in organisations}
    return frozenset({chair.id for chair in bound} | colleagues)
