"""A visitor has signed in: the report that waited is placed."""

from gongzhi.intake.actions.submit_report import submit_report
from gongzhi.intake.queries.facts import Receipt
from gongzhi.intake.queries.waiting import find_waiting_draft
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound


def place_waiting_draft(key: str, *, actor: Actor) -> Receipt:
    """Place the waiting report of `key` for whoever has signed in now (only its sender knows the key); sent
    twice it is one case. Raises NotFound, and what `submit_report` raises."""
    waiting = find_waiting_draft(key)
    if waiting is None or actor.user_id is None:
        raise NotFound()
    return submit_report(waiting.draft, actor=actor)
