"""Is it one of these? A hint before sending: near, lately, in like words."""

from datetime import timedelta

from gongzhi.cases.queries import Near, Similar, find_similar
from gongzhi.kernel import clock
from gongzhi.kernel.actors import VISITOR, Actor
from gongzhi.kernel.revision import current_all
from gongzhi.routing.queries.facts import Likely
from gongzhi.routing.queries.present import Stamps, get_present, get_topics
from gongzhi.routing.rules import Duty, Titled
from gongzhi.rulebook.queries import get_value
from gongzhi.territory.queries import Level, grounds_of, list_ancestors

MOST = 3
LOOKED_AT = 12
LEAST = 35
"""Percent of shared pairs below which two reports are two matters."""
SAME_KIND = 20
"""A like category counts as much as a fifth of the words."""
DAYS_KEY = "same-matter.days"


def find_same_matter(
    text: str,
    place_id: int | None,
    *,
    item: str = "",
    actor: Actor = VISITOR,
    stamps: Stamps | None = None,
) -> tuple[Likely, ...]:
    """At most three open cases of the same estate (or around the place itself) of the last days (rule
    `same-matter.days`) in like words, the likest first. Words and photos are shown so that people can tell
    (trap 17), therefore never of private kinds (quarrels, care), of complaints about somebody, of ended
    matters."""
    if place_id is None or not text.strip():
        return ()
    known = current_all() if stamps is None else stamps
    grounds = grounds_of(place_id, stamps=known)
    days = int(get_value(DAYS_KEY, grounds=grounds, stamps=known).value)
    near = Near(text, clock.now() - timedelta(days=days), place_id=_wide_ground(place_id, known))
    topics, duties = get_topics(known), get_present(known).duties
    kind = item or topics.finder.guess(text).code or ""
    found = [
        _likely(one, kind)
        for one in find_similar(near, actor, limit=LOOKED_AT)
        if _may_be_shown(one, duties.get(one.row.category.code) if one.row.category else None)
    ]
    ranked = sorted(found, key=lambda one: (-one.likeness, -one.followers, one.ref))
    return tuple(one for one in ranked if one.likeness >= LEAST)[:MOST]


def _may_be_shown(similar: Similar, duty: Duty | None) -> bool:
    """Whether neighbours may read this case's words."""
    category = similar.row.category
    if similar.row.status == "ended" or category is None:
        return False
    return category.common and not (duty is not None and duty.private)


def _likely(similar: Similar, kind: str) -> Likely:
    row = similar.row
    category = row.category
    same = SAME_KIND if category and category.code == kind else 0
    return Likely(
        ref=row.ref,
        category=Titled(category.name_zh, category.name_en) if category else None,
        words=row.words,
        photos=row.photos,
        step=Titled(row.step_title.zh, row.step_title.en),
        days=(clock.now() - row.placed_at).days,
        followers=row.followers,
        likeness=min(similar.likeness + same, 100),
    )


def _wide_ground(place_id: int, stamps: Stamps) -> int:
    """The estate around a place, or the place itself."""
    above = list_ancestors(place_id, stamps=stamps)
    return next((one.id for one in above if one.level is Level.ESTATE), place_id)
