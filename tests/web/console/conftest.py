"""The street, desks its staff have signed in at, and reports that have come in."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from tests.world import World, build_listed_world

from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import ReportDraft, Spot
from gongzhi.kernel.delivery import drain
from gongzhi.territory.queries import get_place

Desk = Callable[[str], Client]
Report = Callable[..., str]


@pytest.fixture
def world(db: None) -> World:
    """The small street with its cast, and the lists routing ships."""
    return build_listed_world()


@pytest.fixture
def visitor(db: None) -> Client:
    """A browser nobody has signed in with, reading Chinese."""
    return Client(headers={"accept-language": "zh-hans"})


@pytest.fixture
def desk_of(world: World) -> Desk:
    """A browser one of the cast has signed in with: `desk_of("grid_leader")`."""
    return lambda key: world.sign_in(Client(headers={"accept-language": "zh-hans"}), key)


@pytest.fixture
def report(world: World) -> Report:
    """A resident's report has come in and everybody has been told; answers the number of its case."""

    def place(words: str = "三层楼道的灯不亮了", where: str = "entrance", by: str = "resident") -> str:
        draft = ReportDraft(
            key=str(uuid.uuid4()), words=words, spot=Spot(place_ref=get_place(world.place(where)).ref)
        )
        ref = submit_report(draft, actor=world.people[by].actor).case_ref
        assert ref is not None
        drain()
        return ref

    return place
