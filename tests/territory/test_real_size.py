"""A street of real size is held in memory: loaded in a few questions, asked without any."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from tests.territory.ground import LAT, LNG, box
from tests.work import count_calls

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all
from gongzhi.territory.actions import AreaDraft, PlaceDraft, create_places, draw_area
from gongzhi.territory.queries import (
    AreaKind,
    Level,
    find_entrance,
    get_place,
    list_areas_of,
    locate_point,
    locate_text,
)
from gongzhi.territory.queries.present import build_present

MOST_CALLS = 1000


def big_street() -> list[PlaceDraft]:
    """19 communities, 70 estates, 2,030 buildings, 6,090 entrances."""
    drafts = [PlaceDraft(Level.STREET, "槐安街道", key="s")]
    for number in range(70):
        ground = f"c{number % 19}"
        north, east = LAT + 0.01 * (number % 19 // 5), LNG + 0.01 * (number % 19 % 5)
        if number < 19:
            drafts.append(
                PlaceDraft(
                    Level.COMMUNITY, f"柳{number}社区", "s", ground, outline=box(north, east, 0.01, 0.01)
                )
            )
        drafts.append(PlaceDraft(Level.ESTATE, f"安和{number}里", ground, f"e{number}"))
        for house in range(1, 30):
            key = f"b{number}-{house}"
            spot = {"lat": north + 0.0002 * house, "lng": east + 0.002 * (number // 19) + 0.0001}
            drafts.append(PlaceDraft(Level.BUILDING, f"{house}号楼", f"e{number}", key, **spot))
            drafts += [PlaceDraft(Level.ENTRANCE, f"{unit}单元", key) for unit in (1, 2, 3)]
    return drafts


@pytest.mark.django_db
def test_a_street_of_real_size_is_little_work_to_load_and_to_ask(
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    drafts = big_street()
    ids = create_places(drafts, actor=SYSTEM)
    communities = [one for draft, one in zip(drafts, ids, strict=True) if draft.level is Level.COMMUNITY]
    for number, community in enumerate(communities):
        north, east = LAT + 0.01 * (number // 5), LNG + 0.01 * (number % 5)
        for part in range(8):
            outline = box(north + 0.00125 * part, east, 0.00125, 0.01)
            draw_area(AreaDraft(AreaKind.GRID1, f"网格{part}", community, outline=outline), actor=SYSTEM)
    with django_assert_max_num_queries(6):
        build_present()
    stamps, door = current_all(), get_place(ids[-1])
    assert [area.kind for area in list_areas_of(door.id)] == [AreaKind.GRID1]
    assert locate_text("安和7里3#2单元")[0].place.full_name == "安和7里3号楼2单元"
    with django_assert_max_num_queries(0):
        assert count_calls(lambda: locate_point(LAT + 0.004, LNG + 0.0001, stamps=stamps)) < MOST_CALLS
        assert count_calls(lambda: locate_text("安和7里3#2单元漏水", stamps=stamps)) < MOST_CALLS
        assert count_calls(lambda: list_areas_of(door.id, stamps=stamps)) < MOST_CALLS
        assert count_calls(lambda: find_entrance(door.spoken_no, stamps=stamps)) < MOST_CALLS
