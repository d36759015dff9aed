"""What it is about, corrected. The former category stays in the history."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import check_owner_or_right
from gongzhi.cases.actions._limits import reset_limit
from gongzhi.cases.actions._moves import settle
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.models import Urgency
from gongzhi.cases.queries.categories import find_category
from gongzhi.cases.rules.refusals import OutcomeNotOpen, ReasonMissing, UnknownCategory
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean


@transaction.atomic
def change_category(
    ref: str, category: str, reason: str, *, actor: Actor, urgency: str | None = None
) -> CaseMoved:
    """Name another category, and another urgency if need be (the running limit is then counted anew from its
    own start, never from now). Raises UnknownCategory, ReasonMissing, NotYours, OutcomeNotOpen."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    check_owner_or_right(scene, "dispatch")
    chosen = find_category(category, stamps=scene.stamps)
    if chosen is None or not chosen.active or (urgency is not None and urgency not in Urgency.values):
        raise UnknownCategory
    if not clean(reason):
        raise ReasonMissing
    former = scene.case.category.code if scene.case.category else ""
    if former == category and urgency in (None, scene.case.urgency):
        raise OutcomeNotOpen
    facts = {"before": former, "after": category, "urgency_before": scene.case.urgency}
    scene.chapter.log("category-changed", facts=facts)
    scene.chapter.say(reason, kind="reason", audience="internal")
    scene.chapter.set(category_id=chosen.id, common=chosen.common)
    if urgency is not None and urgency != scene.case.urgency:
        scene.chapter.set(urgency=urgency)
        reset_limit(scene)
    settle(scene)
    scene.chapter.announce(events.CategoryChanged(ref, former, category))
    return scene.finish()
