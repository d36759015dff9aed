"""Is it one of these?"""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.world import World

from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import About, ReportDraft, Spot
from gongzhi.kernel import clock
from gongzhi.kernel.delivery import drain
from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import get_seat
from gongzhi.routing.queries import Likely, find_same_matter
from gongzhi.territory.queries import get_place

LAMP = "三层楼道灯不亮，摸黑上楼"


def place(world: World, key: str, words: str, place: str = "entrance", **known: object) -> str:
    spot = Spot(place_ref=get_place(world.place(place)).ref)
    draft = ReportDraft(f"same-matter-{key}", words, spot=spot, **known)  # type: ignore[arg-type]
    receipt = submit_report(draft, actor=world.resident.actor)
    drain()
    assert receipt.case_ref
    return receipt.case_ref


def like(world: World, words: str, place: str = "first_entrance") -> tuple[Likely, ...]:
    return find_same_matter(words, world.place(place))


def test_near_lately_and_in_like_words(street: World) -> None:
    ref = place(street, "lamp", LAMP)
    place(street, "bins", "门口垃圾桶三天没人清运")
    (found,) = like(street, "楼道灯不亮了")
    assert (found.ref, found.words, found.days, found.followers) == (ref, LAMP, 0, 0)


def test_other_ground_is_another_matter(street: World) -> None:
    place(street, "far", LAMP, "other_entrance")
    assert like(street, "楼道灯不亮了") == ()
    assert find_same_matter("楼道灯不亮了", None) == ()


def test_long_ago_is_another_matter(street: World) -> None:
    place(street, "old", LAMP)
    with clock.frozen(clock.now() + timedelta(days=40)):
        assert like(street, "楼道灯不亮了") == ()


def test_neighbours_quarrels_and_complaints_are_never_shown(street: World) -> None:
    place(street, "noise", "楼上半夜装修噪音扰民")
    seat = get_seat(street.seat("property_manager"))
    place(street, "about", "楼道灯不亮物业不管", about=About(seat_ref=seat.ref))
    assert like(street, "楼上半夜装修噪音扰民") == ()
    assert like(street, "楼道灯不亮物业不管") == ()


def test_at_most_three_the_likest_first(street: World) -> None:
    for number in range(4):
        place(street, f"many-{number}", f"{LAMP}第{number}次")
    found = like(street, LAMP)
    assert len(found) == 3
    assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)


def test_few_queries_however_many_cases(street: World) -> None:
    for number in range(6):
        place(street, f"more-{number}", f"{LAMP}第{number}次")
    stamps = current_all()
    with CaptureQueriesContext(connection) as asked:
        assert len(find_same_matter(LAMP, street.place("entrance"), stamps=stamps)) == 3
    assert len([one for one in asked.captured_queries if "playbooks_version" not in one["sql"]]) <= 3
