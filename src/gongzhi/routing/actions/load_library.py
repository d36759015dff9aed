"""The items, signs and paths that ship come into a new deployment."""

from django.db import transaction

from gongzhi.cases.actions import CategoryDraft, register_categories
from gongzhi.cases.queries import list_categories
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import check_may_configure
from gongzhi.routing.actions.publish_list import write_list
from gongzhi.routing.actions.set_duty import set_duty
from gongzhi.routing.models import ListKind, StandingDuty
from gongzhi.routing.queries.lists import shipped_library, shipped_text
from gongzhi.routing.queries.present import newest
from gongzhi.routing.rules import Topic, write_words

NOTE = "shipped"


@transaction.atomic
def load_library(*, actor: Actor) -> int:
    """Write what is not there yet: categories, standing duties, signs of danger, paths. What a street has
    edited stays as it is; running it again changes nothing. Answers how many things were written. Raises
    Denied."""
    library = shipped_library()
    check_may_configure(actor)
    known = {category.code for category in list_categories()}
    fresh = [_draft(topic, number) for number, topic in enumerate(library.topics) if topic.code not in known]
    written = register_categories(fresh, actor=actor) if fresh else 0
    held = set(StandingDuty.objects.values_list("category__code", flat=True))
    for duty in library.duties:
        if duty.code not in held:
            set_duty(duty, actor=actor)
            written += 1
    for kind in ListKind:
        if _is_to_write(kind) or (fresh and kind == ListKind.KINDS):
            write_list(kind, shipped_text(kind), note=NOTE, actor=actor)
            written += 1
    return written


def _is_to_write(kind: ListKind) -> bool:
    """A list nobody has written; signs of danger and speech also where the street left them as they shipped
    and better ones ship now."""
    current = newest(kind)
    if current is None:
        return True
    follows = kind in (ListKind.DANGERS, ListKind.SPEECH) and current.note == NOTE
    return follows and current.text != shipped_text(kind)


def _draft(topic: Topic, number: int) -> CategoryDraft:
    return CategoryDraft(
        code=topic.code,
        scenario=topic.scenario,
        name_zh=topic.name.zh,
        name_en=topic.name.en,
        words=write_words(topic.words),
        urgency=topic.urgency,
        common=topic.common,
        sort_no=number,
    )
