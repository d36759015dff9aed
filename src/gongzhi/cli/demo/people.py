"""Who is who in the demo: invented names, seats on the drawn ground, and who sits in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from gongzhi.accounts.actions import NewStaff, create_staff, ensure_residents
from gongzhi.cli.demo.street import BuiltEstate, BuiltStreet
from gongzhi.kernel.actors import SYSTEM
from gongzhi.parties.actions import (
    NewHolding,
    NewOrganisation,
    NewSeat,
    appoint_many,
    create_seats,
    register_organisation,
)

VOLUNTEERS = 1902
TEAM_KINDS = (
    *(("patrol", "治安巡逻"), ("guide", "文明引导"), ("care", "邻里关爱"), ("repair", "便民维修")),
    *(("green", "绿色环保"), ("fire", "消防宣传"), ("mediation", "纠纷调解"), ("school", "护学护畅")),
)
TEAMS = 44
SECTIONS = (
    *(("emergency", "应急办公室"), ("safety", "平安建设办公室"), ("city-management", "城市管理办公室")),
    *(("housing", "房屋管理科"), ("care", "民生保障办公室"), ("party", "党群工作办公室")),
)
PROPERTY_NAMES = ("安居", "恒信", "嘉和", "华庭", "润家", "万邻", "明德", "悦邻")
RESIDENTS = 1600
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_MIDDLE = "秀建桂玉国文志春晓明庆凤海德兰红永素广宝"
_LAST = "英华珍军平芳生荣梅强霞林萍山玲民云芬福"


@dataclass
class Cast:
    """Everyone by account id; `titles` gives the first post of each sign-in name."""

    staff: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    volunteers: list[int] = field(default_factory=list)
    residents: list[int] = field(default_factory=list)
    heads: dict[int, int] = field(default_factory=dict)  # entrance -> account


@dataclass(frozen=True)
class Chair:
    """A seat to be set up and the name of the account that takes it."""

    seat: NewSeat
    sign_in_name: str
    title: str


def invented_name(chance: Random) -> str:
    """A name put together from common characters."""
    return chance.choice(_SURNAMES) + chance.choice(_MIDDLE) + chance.choice(_LAST)


def phone_of(number: int) -> str:
    """A phone of the range set aside for invented people."""
    return f"1380000{number:04d}"


def people_street(street: BuiltStreet, seed: int, since: date) -> Cast:
    """Open the accounts, set up the seats, fill them."""
    chance = Random(seed)  # noqa: S311 - invented names, no secret
    cast = Cast()
    chairs = [*_street_chairs(street), *_community_chairs(street), *_area_chairs(street)]
    chairs += _estate_chairs(street, _companies(street))
    for name in dict.fromkeys(chair.sign_in_name for chair in chairs):
        cast.names[name] = invented_name(chance)
        cast.staff[name] = create_staff(NewStaff(name, cast.names[name]), actor=SYSTEM)
    seat_ids = create_seats([chair.seat for chair in chairs], actor=SYSTEM)
    appoint_many(
        [
            NewHolding(seat_id, cast.staff[chair.sign_in_name], cast.names[chair.sign_in_name], since=since)
            for seat_id, chair in zip(seat_ids, chairs, strict=True)
        ],
        actor=SYSTEM,
    )
    cast.titles = {chair.sign_in_name: chair.title for chair in reversed(chairs)}
    _fill_volunteers(street, cast, chance, since)
    cast.residents = _accounts(VOLUNTEERS, RESIDENTS)
    return cast


def _accounts(first: int, count: int) -> list[int]:
    return list(ensure_residents([phone_of(n) for n in range(first, first + count)], actor=SYSTEM).values())


def _street_chairs(street: BuiltStreet) -> Iterator[Chair]:
    single = ("main-leader", "duty-desk", "hotline-clerk", "second-seat", "administrator", "auditor")
    for post in single:
        yield Chair(NewSeat(post, place_id=street.id), post, post)
    for number, name in enumerate(("deputy", "deputy2", "deputy3"), 1):
        yield Chair(NewSeat("deputy-leader", place_id=street.id, number=number), name, "deputy-leader")
    for code, name in SECTIONS:
        organisation = register_organisation(
            NewOrganisation("department", name, place_id=street.id, register_no=f"section:{code}"),
            actor=SYSTEM,
        )
        yield Chair(NewSeat("section", organisation_id=organisation), f"section-{code}", "section")


def _community_chairs(street: BuiltStreet) -> Iterator[Chair]:
    for n, community in enumerate(street.communities, 1):
        place = community.id
        yield Chair(NewSeat("community-secretary", place_id=place), f"secretary{n}", "community-secretary")
        yield Chair(NewSeat("grid-leader-1", area_id=community.grid1), f"grid1-{n}", "grid-leader-1")
        yield Chair(NewSeat("residents-committee", place_id=place), f"committee{n}", "residents-committee")
        yield Chair(NewSeat("yard-chief-2", place_id=place), f"secretary{n}", "yard-chief-2")
        if community.plan.village:
            yield Chair(NewSeat("village-head", place_id=place), f"village{n}", "village-head")


def _area_chairs(street: BuiltStreet) -> Iterator[Chair]:
    for n, area in enumerate(street.grids.values(), 1):
        yield Chair(NewSeat("grid-leader-2", area_id=area), f"grid{n}", "grid-leader-2")
    for n, area in enumerate(street.patches, 1):
        yield Chair(NewSeat("patch-cadre", area_id=area), f"patch{n}", "patch-cadre")
    for n, area in enumerate(street.branches, 1):
        yield Chair(NewSeat("branch-secretary", area_id=area), f"branch{n}", "branch-secretary")
    for n, area in enumerate(street.roads, 1):
        yield Chair(NewSeat("road-section-chief", area_id=area), f"road{n}", "road-section-chief")
    yield Chair(NewSeat("road-chief", place_id=street.id), "roadchief", "road-chief")
    yield Chair(NewSeat("yard-chief-1", place_id=street.id), "deputy", "yard-chief-1")


def _companies(street: BuiltStreet) -> list[int]:
    return [
        register_organisation(
            NewOrganisation("property", f"{name}物业服务有限公司", place_id=street.id), actor=SYSTEM
        )
        for name in PROPERTY_NAMES
    ]


def _estate_chairs(street: BuiltStreet, companies: list[int]) -> Iterator[Chair]:
    """A manager where somebody manages, else the residents' own committee; a chief for every yard."""
    for n, estate in enumerate(street.estates(), 1):
        yield Chair(NewSeat("yard-chief-3", place_id=estate.id), f"yard{n}", "yard-chief-3")
        if estate.plan.kind in {"commercial", "resettlement", "unit-owned"}:
            company = n % len(companies)
            seat = NewSeat("property-manager", place_id=estate.id, organisation_id=companies[company])
            yield Chair(seat, f"property{n}", "property-manager")
        if estate.plan.kind == "commercial":
            yield Chair(NewSeat("owners-committee", place_id=estate.id), f"owners{n}", "owners-committee")
        if estate.plan.kind in {"unmanaged", "old"}:
            yield Chair(NewSeat("self-committee", place_id=estate.id), f"selfgov{n}", "self-committee")


def _fill_volunteers(street: BuiltStreet, cast: Cast, chance: Random, since: date) -> None:
    """1,902 volunteers in 44 teams of 8 kinds; the first of them are the entrance heads."""
    cast.volunteers = _accounts(0, VOLUNTEERS)
    names = [invented_name(chance) for _ in cast.volunteers]
    team_seats = create_seats([NewSeat("volunteer", organisation_id=t) for t in _teams(street)], actor=SYSTEM)
    entrances = [e for estate in street.estates() for e in estate.entrances]
    head_seats = create_seats([NewSeat("entrance-head", place_id=e) for e in entrances], actor=SYSTEM)
    cast.heads = dict(zip(entrances, cast.volunteers, strict=False))
    appoint_many(
        [
            *(
                NewHolding(team_seats[n % TEAMS], user, name, since=since)
                for n, (user, name) in enumerate(zip(cast.volunteers, names, strict=True))
            ),
            *(
                NewHolding(seat, user, name, since=since)
                for seat, user, name in zip(head_seats, cast.volunteers, names, strict=False)
            ),
        ],
        actor=SYSTEM,
    )


def _teams(street: BuiltStreet) -> Iterator[int]:
    for n in range(TEAMS):
        kind, name = TEAM_KINDS[n % len(TEAM_KINDS)]
        community = street.communities[n % len(street.communities)]
        yield register_organisation(
            NewOrganisation(
                "volunteer", f"{community.plan.name}{name}队{n + 1}", place_id=community.id, team_kind=kind
            ),
            actor=SYSTEM,
        )


def neighbours_of(estate: BuiltEstate, cast: Cast) -> list[int]:
    """The residents who live in this estate, by the demo's own reckoning."""
    return [cast.residents[(estate.id * 7 + n) % len(cast.residents)] for n in range(12)]
