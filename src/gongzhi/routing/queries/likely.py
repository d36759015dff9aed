"""Is it one of these? A hint before sending, and for staff beside a case: near, lately, in like words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gongzhi.cases.queries import (
    Reported,
    find_reported,
    list_first_photos,
    list_reported,
    list_reported_for,
)
from gongzhi.kernel import clock
from gongzhi.kernel.actors import VISITOR, Actor
from gongzhi.kernel.revision import current_all
from gongzhi.routing.queries.facts import Likely
from gongzhi.routing.queries.present import Stamps, get_present
from gongzhi.routing.queries.traces import (
    address_marks,
    find_marked,
    get_alike,
    get_weights,
    grounds_around,
    guess_kind,
    list_address_marks,
    list_apart_from,
    name_to_building,
    telling_marks,
    told,
    told_at,
)
from gongzhi.routing.rules import Titled
from gongzhi.routing.rules.likeness import Told, decide_likeness
from gongzhi.rulebook.queries import get_value
from gongzhi.territory.queries import find_place, grounds_of

MOST, MOST_FOR_STAFF = 3, 5
LOOKED_AT = 24
DAYS_KEY, LIKENESS_KEY = "same-matter.days", "same-matter.likeness"


@dataclass(frozen=True, slots=True)
class Limits:
    """From the rule pack: reports since `since`, at least so alike (0–100)."""

    since: date
    least: int


def find_same_matter(
    text: str,
    place_id: int | None,
    *,
    item: str = "",
    actor: Actor = VISITOR,
    stamps: Stamps | None = None,
) -> tuple[Likely, ...]:
    """At most three open cases of the same estate (or around the place itself) of the last days (rules
    `same-matter.days`, `same-matter.likeness`), the likest first. Words and photos are shown so that people
    can tell (trap 17), therefore never of private kinds (quarrels, care), of complaints about somebody, of
    ended matters. Three queries beside the stamps; one where nothing is like it."""
    if place_id is None or not text.strip():
        return ()
    known = current_all() if stamps is None else stamps
    said, weigh, limits = get_alike().read(text), get_weights(known), limits_at(place_id, known)
    ids = find_marked(
        telling_marks(said, weigh),
        limits.since,
        weigh,
        ground_ids=grounds_around(place_id, known),
        limit=LOOKED_AT,
    )
    if not ids:
        return ()
    place = find_place(place_id, stamps=known)
    typed = told_at(said, place, item or guess_kind(text, known), clock.today().toordinal(), known)
    shown = [one for one in list_reported(ids, stamps=known) if may_be_shown(one, known)]
    return _likeliest(typed, shown, limits, known, most=MOST)


def find_anywhere(
    text: str, address: str, *, actor: Actor, item: str = "", stamps: Stamps | None = None
) -> tuple[Likely, ...]:
    """For staff, when no place is known (orders of a hotline): what they may read that says the same, by
    words, time and the foreign address. Five queries at most."""
    known = current_all() if stamps is None else stamps
    said, named = get_alike().read(text), address_marks(address)
    typed = Told(said, item or guess_kind(text, known), day=clock.today().toordinal(), named=named)
    return _list_anywhere(typed, actor, limits_at(None, known), known)


def list_like_case(actor: Actor, ref: str, *, stamps: Stamps | None = None) -> tuple[Likely, ...]:
    """For staff beside a case: the reports they may read that look like it, at most five, without those that
    were told apart from it. Of a case without a place they may lie anywhere. Eight queries at most."""
    known = current_all() if stamps is None else stamps
    report = find_reported(ref, stamps=known)
    if report is None or not report.words:
        return ()
    limits = limits_at(report.place_id, known, around=clock.local_date(report.placed_at))
    hidden = frozenset({report.id, *list_apart_from(report.id)})
    if report.place_id is None:
        kind = report.category.code if report.category else ""
        said = get_alike().read(report.words)
        named = list_address_marks([report.id]).get(report.id, frozenset())
        return _list_anywhere(Told(said, kind, day=report.day, named=named), actor, limits, known, hidden)
    typed, weigh = told(report, known), get_weights(known)
    grounds = grounds_around(report.place_id, known)
    marks = telling_marks(typed.said, weigh)
    ids = find_marked(marks, limits.since, weigh, ground_ids=grounds, limit=LOOKED_AT)
    found = list_reported_for(actor, case_ids=set(ids) - hidden, stamps=known)
    return _likeliest(typed, list(found), limits, known, most=MOST_FOR_STAFF)


def _list_anywhere(
    typed: Told, actor: Actor, limits: Limits, stamps: Stamps, hidden: frozenset[int] = frozenset()
) -> tuple[Likely, ...]:
    weigh = get_weights(stamps)
    ids = find_marked(telling_marks(typed.said, weigh), limits.since, weigh, limit=LOOKED_AT)
    found = list_reported_for(actor, case_ids=set(ids) - hidden, stamps=stamps) if ids else ()
    named = list_address_marks([one.id for one in found if one.place_id is None])
    return _likeliest(typed, list(found), limits, stamps, most=MOST_FOR_STAFF, named=named)


def _likeliest(
    typed: Told,
    reports: list[Reported],
    limits: Limits,
    stamps: Stamps,
    *,
    most: int,
    named: Mapping[int, frozenset[str]] | None = None,
) -> tuple[Likely, ...]:
    """The reports most alike, with their photos. One query, none without reports. `named`: marks of the
    addresses of those without a place; None where a place is known anyway."""
    weigh = get_weights(stamps)
    names = {one.id: named.get(one.id, frozenset()) if named is not None else None for one in reports}
    figures = {
        one.id: decide_likeness(typed, told(one, stamps, named=names[one.id]), weigh) for one in reports
    }
    ranked = sorted(reports, key=lambda one: (-figures[one.id], -one.followers, one.ref))
    best = [one for one in ranked if figures[one.id] >= limits.least][:most]
    photos = list_first_photos([one.id for one in best]) if best else {}
    return tuple(_likely(one, figures[one.id], photos.get(one.id, ()), stamps) for one in best)


def _likely(one: Reported, likeness: int, photos: tuple[str, ...], stamps: Stamps) -> Likely:
    category = one.category
    return Likely(
        ref=one.ref,
        category=Titled(category.name_zh, category.name_en) if category else None,
        words=one.words,
        photos=photos,
        step=Titled(one.step.zh, one.step.en),
        days=(clock.now() - one.placed_at).days,
        followers=one.followers,
        likeness=likeness,
        place=name_to_building(one.place_id, stamps),
    )


def may_be_shown(report: Reported, stamps: Stamps) -> bool:
    """Whether neighbours may read this report's words: never of private kinds."""
    category = report.category
    if category is None:
        return False
    duty = get_present(stamps).duties.get(category.code)
    return category.common and not (duty is not None and duty.private)


def limits_at(place_id: int | None, stamps: Stamps, *, around: date | None = None) -> Limits:
    """What the rule pack says about a place; counted back from today, or from the day a report was made."""
    grounds = grounds_of(place_id, stamps=stamps)
    days = int(get_value(DAYS_KEY, grounds=grounds, stamps=stamps).value)
    least = int(get_value(LIKENESS_KEY, grounds=grounds, stamps=stamps).value)
    return Limits((around or clock.today()) - timedelta(days=days), least)
