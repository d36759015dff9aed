"""A matter is proposed for deliberation."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from gongzhi.insight.actions._rights import check_may_dispatch
from gongzhi.insight.actions._wording import announce_topic, look_at_title
from gongzhi.insight.models import ProposedTopic, TopicReport
from gongzhi.insight.queries.chosen import ground_in_common, list_chosen_for
from gongzhi.insight.rules.topics import ANY_TWO, check_can_answer_again, check_enough, check_key, check_title
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.refs import new_ref


@dataclass(frozen=True, slots=True)
class Proposal:
    """The topic's number, whether its title waits for a person, and whether it was made just now."""

    ref: str
    held: bool
    created: bool


def propose_topic(title: str, refs: Collection[str], *, key: str, actor: Actor) -> Proposal:
    """Keep a topic with its title, ground, reports and proposer, until deliberation takes it up: one for one
    key, however often it is sent. A title in which something is marked waits for a person first. The reports
    go on as they are. Raises NotFound, ChangedMeanwhile, NotYoursToPropose, BadKey, KeyUsed, TitleMissing,
    TooFewReports."""
    user_id = check_may_dispatch(actor)
    check_key(key)
    before = _find_proposal(key, user_id)
    if before is not None:
        return before
    try:
        return _propose(title, refs, key, user_id, actor=actor)
    except IntegrityError:
        before = _find_proposal(key, user_id)
        if before is None:
            raise
        return before


def _find_proposal(key: str, user_id: int) -> Proposal | None:
    """What was made under this key before, for whoever made it. Raises KeyUsed."""
    topic = ProposedTopic.objects.filter(key=key).first()
    if topic is None:
        return None
    check_can_answer_again(own=topic.by_user_id == user_id, withdrawn=topic.withdrawn_at is not None)
    return Proposal(topic.ref, bool(topic.held), created=False)


@transaction.atomic
def _propose(title: str, refs: Collection[str], key: str, user_id: int, *, actor: Actor) -> Proposal:
    reports = list_chosen_for(actor, refs)
    check_enough(len(reports), ANY_TWO)
    plain = check_title(title)
    ground = ground_in_common(reports)
    topic = ProposedTopic.objects.create(
        ref=new_ref(),
        key=key,
        title=plain,
        place_id=ground.id if ground else None,
        by_user_id=user_id,
        proposed_at=clock.now(),
    )
    TopicReport.objects.bulk_create([TopicReport(topic=topic, case_id=one.id) for one in reports])
    look_at_title(topic, actor=actor)
    if topic.held:
        topic.save(update_fields=["held"])
    else:
        announce_topic(topic)
    return Proposal(topic.ref, bool(topic.held), created=True)
