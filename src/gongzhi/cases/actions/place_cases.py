"""Many matters begin at once: the rows of another house's table."""

from collections.abc import Sequence

from django.db import transaction

from gongzhi.cases.actions._chapter import write_chapters
from gongzhi.cases.actions.place_case import placed_from, stage_case
from gongzhi.cases.rules.shapes import NewCase, PlacedCase
from gongzhi.kernel.actors import Actor


@transaction.atomic
def place_cases(orders: Sequence[NewCase], *, actor: Actor) -> tuple[PlacedCase, ...]:
    """The same as `place_case` for each, written together: all or none, in the order given. Raises what
    `place_case` raises; IntegrityError when a foreign number is here already (the caller looks first)."""
    scenes = [stage_case(order, actor=actor) for order in orders]
    write_chapters([scene.chapter for scene in scenes])
    return tuple(placed_from(scene) for scene in scenes)
