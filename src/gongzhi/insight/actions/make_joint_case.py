"""Reports of one matter become one case."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from gongzhi.cases.actions import join_case
from gongzhi.insight.actions._rights import check_may_dispatch
from gongzhi.insight.events import JointCaseMade
from gongzhi.insight.queries.chosen import ground_in_common, list_chosen_for
from gongzhi.insight.rules.topics import NothingJoined, check_enough
from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import ReportDraft, Spot
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Refusal
from gongzhi.kernel.events import announce

CHANNEL = "meeting"
"""It comes from staff who looked at many reports together, not from a resident."""


@dataclass(frozen=True, slots=True)
class JointCase:
    """The new case, what was joined to it, and why the others were not (number, sentence)."""

    ref: str
    joined: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]


@transaction.atomic
def make_joint_case(refs: Collection[str], words: str, *, key: str, actor: Actor) -> JointCase:
    """Open a case in these words on the ground the reports have in common and join them to it: their
    reporters and followers follow it and are told. One that refuses does not hold up the others. Raises
    NotFound, ChangedMeanwhile, NotYoursToPropose, TooFewReports, NothingJoined, and
    what taking a report in raises."""
    check_may_dispatch(actor)
    reports = [one for one in list_chosen_for(actor, refs) if not one.ended]
    check_enough(len(reports))
    ground = ground_in_common(reports)
    draft = ReportDraft(
        key=key, words=words, channel=CHANNEL, spot=Spot(place_ref=ground.ref if ground else "")
    )
    ref = submit_report(draft, actor=actor).case_ref
    assert ref is not None  # staff never wait for a sign-in
    joined, refused = _join(sorted(one.ref for one in reports), ref, actor)
    if not joined:
        raise NothingJoined(why=refused[0][1] if refused else "")
    announce(JointCaseMade(ref, joined, actor.user_id))
    return JointCase(ref, joined, refused)


def _join(refs: list[str], into: str, actor: Actor) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    joined, refused = [], []
    for ref in refs:
        try:
            join_case(ref, into, actor=actor)
            joined.append(ref)
        except Refusal as refusal:
            refused.append((ref, str(refusal)))
    return tuple(joined), tuple(refused)
