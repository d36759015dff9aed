"""Several people at the same button: real threads, where the database can carry them."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from tests.territory.ground import Ground, draw, lay_ground

from gongzhi.kernel.actors import SYSTEM
from gongzhi.territory.actions import PlaceDraft, cover_places, create_place
from gongzhi.territory.models import Coverage, Place
from gongzhi.territory.queries import AreaKind, Level
from gongzhi.territory.rules.refusals import CoverageClash, NameTaken

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def shared() -> Ground:
    """A ground every thread can see."""
    if connection.vendor != "postgresql":
        pytest.skip("an SQLite in memory has one table lock; there every writer waits for the last")
    return lay_ground()


def at_once(*calls: Callable[[], object]) -> list[Exception]:
    """Run all calls together; what they raised."""
    raised: list[Exception] = []
    start = threading.Barrier(len(calls))

    def run(call: Callable[[], object]) -> None:
        start.wait()
        try:
            call()
        except Exception as fault:
            raised.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_one_of_four_gets_the_house(shared: Ground) -> None:
    house = shared.building(shared.green, 1)
    areas = [draw(shared.willow, f"{number}片", AreaKind.PATCH) for number in range(4)]
    raised = at_once(*(lambda area=area: cover_places(area, [house], actor=SYSTEM) for area in areas))
    assert [type(fault) for fault in raised] == [CoverageClash] * 3
    assert Coverage.objects.filter(place_id=house).count() == 1


def test_one_of_four_gets_the_name(shared: Ground) -> None:
    draft = PlaceDraft(Level.BUILDING, "9号楼", shared.green)
    raised = at_once(*[lambda: create_place(draft, actor=SYSTEM)] * 4)
    assert [type(fault) for fault in raised] == [NameTaken] * 3


def test_numbers_are_given_out_once(shared: Ground) -> None:
    houses = [
        shared.building(shared.green, 1),
        shared.building(shared.shade, 2),
        shared.building(shared.pond, 3),
    ]
    drafts = [PlaceDraft(Level.ENTRANCE, f"{unit}单元", house) for house in houses for unit in (7, 8, 9)]
    raised = at_once(*(lambda draft=draft: create_place(draft, actor=SYSTEM) for draft in drafts))
    assert raised == []
    numbers = Place.objects.exclude(spoken_no="").values_list("spoken_no", flat=True)
    assert len(set(numbers)) == len(numbers) == 18 + 9
