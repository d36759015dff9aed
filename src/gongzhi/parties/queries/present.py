"""Seats and who holds them as this process knows them: built from the tables, kept until the stamp
`parties` moves. Every query takes `stamps` (kernel `current_all`, read once a request); without it one small
query compares the stamps, so an edit made in any process counts at the next question asked here."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from gongzhi.kernel import yaml
from gongzhi.kernel.revision import Kept, current_all
from gongzhi.parties.models import Holding, Leave, Organisation, Seat
from gongzhi.parties.queries.facts import OrganisationFacts
from gongzhi.parties.rules import Absence, Chair, Ground, Post, Tenure, all_acting_on, read_posts

REVISION = "parties"
OWN_POSTS = Path(__file__).resolve().parent.parent / "posts.yaml"
Stamps = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat as it stands in the table."""

    id: int
    ref: str
    post: str
    number: int
    ground: Ground
    place_id: int | None
    area_id: int | None
    organisation_id: int | None
    work_phone: str
    closed: bool


@dataclass(slots=True)
class Present:
    """Everything about seats. `chairs` is worked out once a day."""

    posts: Mapping[str, Post]
    organisations: Mapping[int, OrganisationFacts]
    seats: Mapping[int, SeatRow]
    tenures: Mapping[int, tuple[Tenure, ...]]
    seats_of_user: Mapping[int, tuple[int, ...]]
    by_ref: Mapping[str, int]
    _day: date | None = None
    _chairs: dict[int, Chair] = field(default_factory=dict)
    _seated: dict[tuple[str, Ground], tuple[Chair, ...]] = field(default_factory=dict)

    def chairs(self, day: date) -> Mapping[int, Chair]:
        """Every open seat with the people acting in it on `day`."""
        self._seat(day)
        return self._chairs

    def seated(self, day: date) -> Mapping[tuple[str, Ground], tuple[Chair, ...]]:
        """The same by post and ground, lowest number first."""
        self._seat(day)
        return self._seated

    def _seat(self, day: date) -> None:
        if self._day == day:
            return
        chairs: dict[int, Chair] = {}
        seated: dict[tuple[str, Ground], list[Chair]] = defaultdict(list)
        for seat in sorted(self.seats.values(), key=lambda row: (row.number, row.id)):
            if not seat.closed:
                chair = _chair(seat, self.tenures.get(seat.id, ()), day)
                chairs[seat.id] = chair
                seated[(seat.post, seat.ground)].append(chair)
        self._chairs = chairs
        self._seated = {key: tuple(found) for key, found in seated.items()}
        self._day = day


def _chair(seat: SeatRow, tenures: tuple[Tenure, ...], day: date) -> Chair:
    """`members` are all who are bound up with the seat from `day` on: holders and stand-ins named for leaves
    still to come, as neither may read a complaint about it."""
    acting = all_acting_on(tenures, day)
    bound = {one.user_id for one in acting}
    for tenure in tenures:
        if tenure.until is None or tenure.until > day:
            bound.add(tenure.user_id)
            bound.update(one.user_id for one in tenure.absences if one.user_id and one.until > day)
    return Chair(
        id=seat.id,
        post=seat.post,
        number=seat.number,
        ground=seat.ground,
        organisation_id=seat.organisation_id,
        users=tuple(one.user_id for one in acting if not one.away),
        members=tuple(sorted(bound)),
    )


def read_all_posts() -> dict[str, Post]:
    """The posts that ship, then the street's own file if there is one."""
    own = Path(settings.GONGZHI_HOME) / "posts.yaml"
    return dict(_posts_of(*(one.read_text("utf-8") for one in (OWN_POSTS, own) if one.exists())))


@lru_cache(maxsize=4)
def _posts_of(*texts: str) -> Mapping[str, Post]:
    """Lists of posts, read once for each wording: seats and holders change far more often."""
    return read_posts(entry for text in texts for entry in yaml.load(text)["posts"])


def _read_organisations() -> dict[int, OrganisationFacts]:
    rows = Organisation.objects.order_by("pk").values_list(
        "pk",
        "ref",
        "kind",
        "body",
        "team_kind",
        "name",
        "register_no",
        "place_id",
        "answers_to_id",
        "ended_at",
    )
    return {
        row[0]: OrganisationFacts(*row[:6], register_no=row[6] or "", place_id=row[7], answers_to_id=row[8],
                                  ended=row[9] is not None)
        for row in rows
    }  # fmt: skip


def _read_seats() -> dict[int, SeatRow]:
    rows = Seat.objects.order_by("pk").values_list(
        "pk",
        "ref",
        "post",
        "number",
        "place_id",
        "place__level",
        "area_id",
        "area__kind",
        "organisation_id",
        "work_phone",
        "ended_at",
    )
    found: dict[int, SeatRow] = {}
    for pk, ref, post, number, place, level, area, kind, organisation, phone, ended in rows:
        ground = (
            Ground(level, place)
            if place is not None
            else Ground(kind, area)
            if area is not None
            else Ground("organisation", organisation or 0)
        )
        found[pk] = SeatRow(
            pk, ref, post, number, ground, place, area, organisation, phone, ended is not None
        )
    return found


def _read_tenures() -> dict[int, tuple[Tenure, ...]]:
    absences: dict[int, list[Absence]] = defaultdict(list)
    for holding, since, until, stand_in, name, phone in Leave.objects.order_by("since", "pk").values_list(
        "holding_id", "since", "until", "stand_in_id", "stand_in_name", "stand_in_phone"
    ):
        absences[holding].append(Absence(since, until, stand_in, name, phone))
    tenures: dict[int, list[Tenure]] = defaultdict(list)
    for row in Holding.objects.order_by("pk").values_list(
        "pk", "seat_id", "user_id", "role", "since", "until", "name", "work_phone"
    ):
        tenures[row[1]].append(Tenure(*row, absences=tuple(absences.get(row[0], ()))))
    return {seat: tuple(held) for seat, held in tenures.items()}


def _build() -> Present:
    seats, tenures = _read_seats(), _read_tenures()
    of_user: dict[int, list[int]] = defaultdict(list)
    for seat_id, held in tenures.items():
        users = {tenure.user_id for tenure in held}
        users |= {leave.user_id for tenure in held for leave in tenure.absences if leave.user_id}
        for user_id in users:
            of_user[user_id].append(seat_id)
    return Present(
        posts=read_all_posts(),
        organisations=_read_organisations(),
        seats=seats,
        tenures=tenures,
        seats_of_user={user: tuple(sorted(held)) for user, held in of_user.items()},
        by_ref={row.ref: row.id for row in seats.values()},
    )


_kept = Kept(REVISION, _build)


def get_present(stamps: Stamps | None = None) -> Present:
    """What this process knows, built anew if the stamp has moved."""
    return _kept.get(stamps)


def read_stamps(stamps: Stamps | None) -> Stamps:
    """The stamps handed in, or all of them in one query: for questions that also ask the ground."""
    return current_all() if stamps is None else stamps
