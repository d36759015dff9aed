"""A matter begins."""

from gongzhi.cases.actions._opening import place_together
from gongzhi.cases.rules.shapes import NewCase, PlacedCase
from gongzhi.kernel.actors import Actor


def place_case(order: NewCase, *, actor: Actor) -> PlacedCase:
    """Open a case under a pinned version of a playbook. Where the first step is the reporter's own (placing),
    it is taken in the same call, so the case lies with its first hands. Raises WordsMissing, UnknownCategory,
    MandateTaken."""
    return place_together([order], actor)[0]
