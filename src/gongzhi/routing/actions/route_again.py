"""Given back, and nobody else named: whose is it, with what is known now?"""

from dataclasses import replace

from django.db import transaction

from gongzhi.cases.queries import GivenBack
from gongzhi.kernel.actors import Actor
from gongzhi.routing.actions.record_decisions import record_decisions
from gongzhi.routing.queries.deciding import decide_path
from gongzhi.routing.queries.facts import ReportFacts


@transaction.atomic
def route_again(case: GivenBack, *, actor: Actor) -> int | None:
    """The seat that gets it by the paths in force, past every seat that has had it; None when no path leads
    to another (the duty desk has it then). The reason is kept with the case either way. Nobody joins: those
    who help already stay."""
    made = decide_path(
        ReportFacts(
            text=case.words,
            channel=case.channel,
            place_id=case.place_id,
            area_id=case.area_id,
            item=case.category,
            urgency=case.urgency,
            about_seat_id=case.about_seat_id,
            ladder=case.ladder,
            past=case.past,
        ),
        stamps=case.stamps,
    )
    record_decisions([(case.id, replace(made, helper_seat_ids=()))], actor=actor)
    return None if made.desk else made.seat_id
