"""A small street with a fixed cast, built through the real actions of every room.

Everybody in a test is one of these people. Rooms above add what they need; nobody takes away. All names
and numbers are invented.

    槐安街道 (street)
      柳荫社区 (community)
        翠苑小区 (estate, with a property company)   3号楼 (1单元, 2单元), 5号楼 (1单元)
        红旗院 (estate without any manager)           1号楼 (1单元)
      桃源社区 (other_community)
        纺织家属院 (other_estate)                     2号楼 (1单元)
    柏宁街道 (other_street) 松涛社区 · 松园小区 · 1号楼 · 1单元

    柳荫一网格 (grid1) = 柳荫1-1 (grid: 3号楼) + 柳荫1-2 (next_grid: 5号楼 and 红旗院)
    桃源一网格 = 桃源1-1 (other_grid)
"""

from dataclasses import dataclass, field
from datetime import date

from django.test import Client

from gongzhi.accounts.actions import (
    NewStaff,
    confirm_second_factor,
    create_staff,
    enrol_second_factor,
    ensure_resident,
    set_first_password,
)
from gongzhi.accounts.actions.second_factor import authenticator
from gongzhi.accounts.models import User
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.parties.actions import (
    NewHolding,
    NewOrganisation,
    NewSeat,
    appoint_many,
    create_seats,
    put_in_charge,
    register_organisation,
)
from gongzhi.registry.actions import ensure_person
from gongzhi.routing.actions import assign_section, load_library
from gongzhi.territory.actions import AreaDraft, PlaceDraft, create_places, draw_area
from gongzhi.territory.queries import AreaKind, EstateKind, Level
from tests.snapshot import once

LONG_AGO = date(2020, 1, 1)


@dataclass
class Someone:
    """One of the cast."""

    key: str
    name: str
    user_id: int
    phone: str = ""
    sign_in_name: str = ""
    seat_id: int = 0
    holding_id: int = 0

    @property
    def actor(self) -> Actor:
        """This person acting on a page."""
        return Actor(kind="person", user_id=self.user_id, source="page")

    @property
    def user(self) -> User:
        """The account as it is now."""
        return User.objects.get(pk=self.user_id)

    @property
    def person_id(self) -> int:
        """The person in the registry."""
        return ensure_person(self.user_id, actor=SYSTEM)


@dataclass(frozen=True)
class Role:
    """Who is to be cast: key, name, and the seat as (post, ground key); residents sign in by phone."""

    key: str
    name: str
    post: str = ""
    ground: str = ""
    organisation: str = ""
    staff: bool = True


PLACES = (
    PlaceDraft(Level.DISTRICT, "云台区", key="district"),
    PlaceDraft(Level.STREET, "槐安街道", "district", key="street"),
    PlaceDraft(Level.STREET, "柏宁街道", "district", key="other_street"),
    PlaceDraft(Level.COMMUNITY, "柳荫社区", "street", key="community"),
    PlaceDraft(Level.COMMUNITY, "桃源社区", "street", key="other_community"),
    PlaceDraft(Level.COMMUNITY, "松涛社区", "other_street", key="far_community"),
    PlaceDraft(
        Level.ESTATE,
        "翠苑小区",
        "community",
        key="estate",
        aliases=("翠苑",),
        estate_kind=EstateKind.COMMERCIAL,
    ),
    PlaceDraft(Level.ESTATE, "红旗院", "community", key="unmanaged", estate_kind=EstateKind.UNMANAGED),
    PlaceDraft(Level.ESTATE, "纺织家属院", "other_community", key="other_estate", estate_kind=EstateKind.OLD),
    PlaceDraft(Level.ESTATE, "松园小区", "far_community", key="far_estate", estate_kind=EstateKind.OLD),
    PlaceDraft(Level.BUILDING, "3号楼", "estate", key="building", lat=36.1002, lng=120.1002),
    PlaceDraft(Level.BUILDING, "5号楼", "estate", key="next_building", lat=36.1002, lng=120.1022),
    PlaceDraft(Level.BUILDING, "1号楼", "unmanaged", key="unmanaged_building", lat=36.1002, lng=120.1032),
    PlaceDraft(Level.BUILDING, "2号楼", "other_estate", key="other_building", lat=36.1102, lng=120.1002),
    PlaceDraft(Level.BUILDING, "1号楼", "far_estate", key="far_building", lat=36.2002, lng=120.2002),
    PlaceDraft(Level.ENTRANCE, "1单元", "building", key="first_entrance"),
    PlaceDraft(Level.ENTRANCE, "2单元", "building", key="entrance"),
    PlaceDraft(Level.ENTRANCE, "1单元", "next_building", key="next_entrance"),
    PlaceDraft(Level.ENTRANCE, "1单元", "unmanaged_building", key="unmanaged_entrance"),
    PlaceDraft(Level.ENTRANCE, "1单元", "other_building", key="other_entrance"),
    PlaceDraft(Level.ENTRANCE, "1单元", "far_building", key="far_entrance"),
)

CAST = (
    Role("resident", "住户甲", staff=False),
    Role("neighbour", "住户乙", staff=False),
    Role("stranger", "住户丙", staff=False),
    Role("entrance_head", "程楼门", "entrance-head", "entrance", staff=False),
    Role("volunteer", "梁志愿", "volunteer", organisation="team", staff=False),
    Role("self_committee", "管自管", "self-committee", "unmanaged", staff=False),
    Role("grid_leader", "柳网格", "grid-leader-2", "grid"),
    Role("next_grid_leader", "荫网格", "grid-leader-2", "next_grid"),
    Role("other_grid_leader", "桃网格", "grid-leader-2", "other_grid"),
    Role("grid1_leader", "林大格", "grid-leader-1", "grid1"),
    Role("secretary", "秦书记", "community-secretary", "community"),
    Role("other_secretary", "陶书记", "community-secretary", "other_community"),
    Role("section", "舒科员", "section", organisation="department"),
    Role("other_section", "韩科员", "section", organisation="other_department"),
    Role("hotline_clerk", "何热线", "hotline-clerk", "street"),
    Role("duty_desk", "戴值班", "duty-desk", "street"),
    Role("deputy", "傅分管", "deputy-leader", "street"),
    Role("leader", "朱主任", "main-leader", "street"),
    Role("second_seat", "付复核", "second-seat", "street"),
    Role("administrator", "管理员", "administrator", "district"),
    Role("auditor", "申审计", "auditor", "district"),
    Role("property_manager", "吴物业", "property-manager", "estate", organisation="company"),
    Role("far_desk", "柏值班", "duty-desk", "other_street"),
    Role("far_staff", "柏网格", "grid-leader-2", "far_grid"),
    Role("far_secretary", "松书记", "community-secretary", "far_community"),
)


@dataclass
class World:
    """The street, its areas and organisations by key (ids), and its people."""

    places: dict[str, int] = field(default_factory=dict)
    areas: dict[str, int] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)
    people: dict[str, Someone] = field(default_factory=dict)

    def __getattr__(self, key: str) -> Someone:
        """`world.secretary`: one of the cast."""
        try:
            return self.__dict__["people"][key]
        except KeyError:
            raise AttributeError(key) from None

    def place(self, key: str) -> int:
        """The id of a place: `world.place("entrance")`."""
        return self.places[key]

    def seat(self, key: str) -> int:
        """The id of somebody's seat: `world.seat("grid_leader")`."""
        return self.people[key].seat_id

    def sign_in(self, client: Client, key: str) -> Client:
        """The same client, signed in as one of the cast; staff with password and second factor set."""
        someone = self.people[key]
        if someone.sign_in_name and someone.user.second_factor_since is None:
            set_first_password(someone.user_id, actor=SYSTEM, keep=True)
            enrolment = enrol_second_factor(actor=someone.actor)
            shown = authenticator(enrolment.secret).generate(int(clock.now().timestamp()))
            confirm_second_factor(shown.decode(), actor=someone.actor)
        client.force_login(someone.user)
        return client


def build_world() -> World:
    """The whole street: built once in a process, put back from then on."""
    return once("street", _build)


def build_listed_world() -> World:
    """The whole street with the lists routing ships."""
    return once("street with lists", _build_listed)


def build_staffed_world() -> World:
    """The whole street with those lists; 城管科 carries city management, safety and housing, 民政科
    emergencies."""
    return once("street with lists and sections", _build_staffed)


def _build_listed() -> World:
    world = _build()
    load_library(actor=SYSTEM)
    return world


def _build_staffed() -> World:
    world = _build_listed()
    for duty in ("city-management", "safety", "housing"):
        assign_section(duty, world.organisations["department"], actor=SYSTEM)
    assign_section("emergency", world.organisations["other_department"], actor=SYSTEM)
    return world


def _build() -> World:
    world = World()
    ids = create_places(PLACES, actor=SYSTEM)
    world.places = {draft.key: place_id for draft, place_id in zip(PLACES, ids, strict=True)}
    _draw_areas(world)
    _register_organisations(world)
    _cast(world)
    put_in_charge(world.organisations["department"], seat_id=world.seat("deputy"), actor=SYSTEM)
    return world


def _square(west: float, south: float, width: float) -> dict[str, object]:
    """A GeoJSON rectangle 0.002° high."""
    east, north = round(west + width, 4), round(south + 0.002, 4)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


AREAS = (
    ("grid1", AreaKind.GRID1, "柳荫一网格", "community", ("estate", "unmanaged")),
    ("other_grid1", AreaKind.GRID1, "桃源一网格", "other_community", ("other_estate",)),
    ("far_grid1", AreaKind.GRID1, "松涛一网格", "far_community", ("far_estate",)),
    ("grid", AreaKind.GRID2, "柳荫1-1微网格", "community", ("building",)),
    ("next_grid", AreaKind.GRID2, "柳荫1-2微网格", "community", ("next_building", "unmanaged")),
    ("other_grid", AreaKind.GRID2, "桃源1-1微网格", "other_community", ("other_estate",)),
    ("far_grid", AreaKind.GRID2, "松涛1-1微网格", "far_community", ("far_estate",)),
)
OUTLINES = {
    "grid1": (120.1, 36.1, 0.004),
    "other_grid1": (120.1, 36.11, 0.002),
    "far_grid1": (120.2, 36.2, 0.002),
    "grid": (120.1, 36.1, 0.002),
    "next_grid": (120.102, 36.1, 0.002),
    "other_grid": (120.1, 36.11, 0.002),
    "far_grid": (120.2, 36.2, 0.002),
}
PARTS = {"grid": "grid1", "next_grid": "grid1", "other_grid": "other_grid1", "far_grid": "far_grid1"}


def _draw_areas(world: World) -> None:
    for key, kind, name, ground, covered in AREAS:
        draft = AreaDraft(
            kind=kind,
            name=name,
            ground_id=world.places[ground],
            parent_id=world.areas[PARTS[key]] if key in PARTS else None,
            outline=_square(*OUTLINES[key]),
            valid_from=LONG_AGO,
            place_ids=tuple(world.places[one] for one in covered),
        )
        world.areas[key] = draw_area(draft, actor=SYSTEM)


def _register_organisations(world: World) -> None:
    for key, kind, name, ground in (
        ("company", "property", "安苑物业公司", "estate"),
        ("department", "department", "城管科", "street"),
        ("other_department", "department", "民政科", "street"),
        ("team", "volunteer", "柳荫邻里志愿队", "community"),
        ("social", "social", "青禾社工站", "street"),
    ):
        new = NewOrganisation(kind=kind, name=name, place_id=world.places[ground])
        world.organisations[key] = register_organisation(new, actor=SYSTEM)


def _cast(world: World) -> None:
    """Accounts first, then all seats at once, then each takes theirs."""
    for number, role in enumerate(CAST, start=1):
        world.people[role.key] = _admit(role, number)
    seated = [role for role in CAST if role.post]
    seats = create_seats([_seat(world, role) for role in seated], actor=SYSTEM)
    taken = [
        NewHolding(seat_id, world.people[role.key].user_id, name=role.name, since=LONG_AGO)
        for role, seat_id in zip(seated, seats, strict=True)
    ]
    holdings = appoint_many(taken, actor=SYSTEM)
    for role, seat_id, holding_id in zip(seated, seats, holdings, strict=True):
        someone = world.people[role.key]
        someone.seat_id, someone.holding_id = seat_id, holding_id


def _admit(role: Role, number: int) -> Someone:
    phone = f"1380000{number:04d}"
    if not role.staff:
        return Someone(role.key, role.name, ensure_resident(phone, actor=SYSTEM), phone=phone)
    name = role.key.replace("_", "-")
    user_id = create_staff(NewStaff(name, role.name), actor=SYSTEM)
    return Someone(role.key, role.name, user_id, sign_in_name=name)


def _seat(world: World, role: Role) -> NewSeat:
    return NewSeat(
        role.post,
        place_id=world.places.get(role.ground),
        area_id=world.areas.get(role.ground),
        organisation_id=world.organisations.get(role.organisation),
    )
