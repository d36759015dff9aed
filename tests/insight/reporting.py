"""Reports of residents, sent the way residents send them."""

import uuid

from tests.world import World

from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import About, ReportDraft, Spot
from gongzhi.kernel.delivery import drain
from gongzhi.parties.queries import get_seat
from gongzhi.territory.queries import get_place


def report(
    world: World, words: str, *, where: str = "entrance", key: str = "resident", about: int = 0
) -> str:
    """A report has come in; the number of its case."""
    draft = ReportDraft(
        key=str(uuid.uuid4()),
        words=words,
        spot=Spot(place_ref=get_place(world.place(where)).ref),
        about=About(seat_ref=get_seat(about).ref if about else ""),
    )
    ref = submit_report(draft, actor=world.people[key].actor).case_ref
    assert ref is not None
    drain()
    return ref


def lamp_reports(world: World) -> tuple[str, str, str]:
    """Three reports of two people about one dark stairway."""
    return (
        report(world, "三号楼楼道的灯不亮了，晚上漆黑"),
        report(world, "楼道灯坏了一周没人修，老人不敢下楼", where="first_entrance", key="neighbour"),
        report(world, "楼道里的灯还是不亮，摸黑上楼"),
    )
