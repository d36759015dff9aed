"""Putting the planned ground into the territory, through its own actions."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gongzhi.cli.demo.ground import Cell, CommunityPlan, EstatePlan, GroundPlan, as_geojson
from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import AreaDraft, PlaceDraft, create_place, create_places, draw_area
from gongzhi.territory.queries import AreaKind, EstateKind, Level

STREET_NAME = "槐安街道"
STREET_CODE, CODE_SYSTEM = "990001001", "invented"
_NUMERALS = "一二三四五六七八"


@dataclass
class BuiltEstate:
    """An estate and what stands in it, by id."""

    id: int
    plan: EstatePlan
    buildings: list[int] = field(default_factory=list)
    entrances: list[int] = field(default_factory=list)


@dataclass
class BuiltCommunity:
    """A community, its estates and its L1 grid."""

    id: int
    plan: CommunityPlan
    grid1: int = 0
    estates: list[BuiltEstate] = field(default_factory=list)


@dataclass
class BuiltStreet:
    """Everything by id, for those who fill it with people."""

    id: int
    communities: list[BuiltCommunity] = field(default_factory=list)
    grids: dict[Cell, int] = field(default_factory=dict)
    branches: list[int] = field(default_factory=list)
    patches: list[int] = field(default_factory=list)
    roads: list[int] = field(default_factory=list)

    def estates(self) -> Iterator[BuiltEstate]:
        """All seventy."""
        for community in self.communities:
            yield from community.estates


def build_street(plan: GroundPlan) -> BuiltStreet:
    """The street with its tree and its duty areas."""
    draft = PlaceDraft(
        level=Level.STREET,
        name=STREET_NAME,
        code=STREET_CODE,
        code_system=CODE_SYSTEM,
        outline=as_geojson(plan.outline),
    )
    street = BuiltStreet(id=create_place(draft, actor=SYSTEM))
    street.communities = [_build_community(street, one) for one in plan.communities]
    _draw_grids(street, plan)
    _draw_wider_areas(street, plan)
    return street


def _build_community(street: BuiltStreet, plan: CommunityPlan) -> BuiltCommunity:
    drafts = list(_community_drafts(street.id, plan))
    ids = dict(zip((d.key for d in drafts), create_places(drafts, actor=SYSTEM), strict=True))
    community = BuiltCommunity(ids["community"], plan)
    for n, estate in enumerate(plan.estates):
        built = BuiltEstate(ids[f"e{n}"], estate)
        for b, building in enumerate(estate.buildings):
            built.buildings.append(ids[f"e{n}b{b}"])
            built.entrances.extend(ids[f"e{n}b{b}t{t}"] for t in range(len(building.entrances)))
        community.estates.append(built)
    return community


def _community_drafts(street_id: int, plan: CommunityPlan) -> Iterator[PlaceDraft]:
    yield PlaceDraft(
        level=Level.COMMUNITY,
        name=plan.name,
        parent=street_id,
        key="community",
        community_kind="village" if plan.village else "community",
        outline=as_geojson(plan.outline),
    )
    for n, estate in enumerate(plan.estates):
        yield PlaceDraft(
            level=Level.ESTATE,
            name=estate.name,
            parent="community",
            key=f"e{n}",
            estate_kind=EstateKind(estate.kind),
            outline=as_geojson(estate.outline),
        )
        yield from _estate_drafts(estate, f"e{n}")


def _estate_drafts(estate: EstatePlan, key: str) -> Iterator[PlaceDraft]:
    for b, building in enumerate(estate.buildings):
        yield PlaceDraft(
            level=Level.BUILDING,
            name=building.name,
            parent=key,
            key=f"{key}b{b}",
            lat=building.lat,
            lng=building.lng,
            outline=as_geojson(building.outline),
        )
        for t, entrance in enumerate(building.entrances):
            yield PlaceDraft(
                level=Level.ENTRANCE,
                name=entrance.name,
                parent=f"{key}b{b}",
                key=f"{key}b{b}t{t}",
                lat=entrance.lat,
                lng=entrance.lng,
            )


def _draw_grids(street: BuiltStreet, plan: GroundPlan) -> None:
    """An L1 grid a community, its cells as L2 grids, each with the estates it answers for."""
    serial = 0
    for community in street.communities:
        serial += 1
        community.grid1 = draw_area(
            AreaDraft(
                kind=AreaKind.GRID1,
                name=f"{community.plan.name}网格",
                ground_id=community.id,
                code=f"{STREET_CODE}{serial:06d}",
                code_system=CODE_SYSTEM,
                outline=as_geojson(community.plan.outline),
            ),
            actor=SYSTEM,
        )
        for n, cell in enumerate(community.plan.cells):
            serial += 1
            estates = tuple(e.id for e in community.estates if cell in e.plan.cells)
            street.grids[cell] = draw_area(
                AreaDraft(
                    kind=AreaKind.GRID2,
                    name=f"{community.plan.name.removesuffix('社区')}{_NUMERALS[n]}网格",
                    ground_id=community.id,
                    parent_id=community.grid1,
                    code=f"{STREET_CODE}{serial:06d}",
                    code_system=CODE_SYSTEM,
                    outline=as_geojson(plan.cells[cell]),
                    place_ids=estates,
                ),
                actor=SYSTEM,
            )


def _draw_wider_areas(street: BuiltStreet, plan: GroundPlan) -> None:
    """Party branches over the grids, patches over the communities, sections of the roads."""
    home = {cell: c for c in street.communities for cell in c.plan.cells}
    for n, cells in enumerate(plan.branches, 1):
        name, ground = f"居民第{n}党支部", home[cells[0]].id
        street.branches.append(_draw(AreaKind.BRANCH, name, ground, plan.union_of(cells)))
    for n, cells in enumerate(plan.patches):
        street.patches.append(_draw(AreaKind.PATCH, f"第{_NUMERALS[n]}片区", street.id, plan.union_of(cells)))
    for name, outline in plan.roads:
        street.roads.append(_draw(AreaKind.ROAD, name, street.id, as_geojson(outline)))


def _draw(kind: AreaKind, name: str, ground_id: int, outline: dict[str, object]) -> int:
    return draw_area(AreaDraft(kind=kind, name=name, ground_id=ground_id, outline=outline), actor=SYSTEM)
