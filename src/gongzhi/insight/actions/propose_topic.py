"""A matter is proposed for deliberation."""

from collections.abc import Collection

from django.db import transaction

from gongzhi.insight.actions._rights import check_may_dispatch
from gongzhi.insight.actions._wording import announce_topic, look_at_title
from gongzhi.insight.models import ProposedTopic, TopicReport
from gongzhi.insight.queries.chosen import ground_in_common, list_chosen_for
from gongzhi.insight.rules.topics import ANY_TWO, check_enough, check_title
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.refs import new_ref


@transaction.atomic
def propose_topic(title: str, refs: Collection[str], *, actor: Actor) -> str:
    """Keep a topic with its title, ground, reports and proposer, until deliberation takes it up; its number.
    A title in which something is marked waits for a person first. The reports go on as they are. Raises
    NotFound, ChangedMeanwhile, NotYoursToPropose, TitleMissing, TooFewReports."""
    user_id = check_may_dispatch(actor)
    reports = list_chosen_for(actor, refs)
    check_enough(len(reports), ANY_TWO)
    plain = check_title(title)
    ground = ground_in_common(reports)
    topic = ProposedTopic.objects.create(
        ref=new_ref(),
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
    return topic.ref
