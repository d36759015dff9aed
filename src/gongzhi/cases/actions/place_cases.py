"""Many matters begin at once: the rows of another house's table."""

from collections.abc import Sequence

from gongzhi.cases.actions._opening import place_together
from gongzhi.cases.rules.shapes import NewCase, PlacedCase
from gongzhi.kernel.actors import Actor


def place_cases(orders: Sequence[NewCase], *, actor: Actor) -> tuple[PlacedCase, ...]:
    """The same as `place_case` for each, written together: all or none, in the order given. Raises what
    `place_case` raises."""
    return place_together(orders, actor)
