"""Whose is it? One pass over the words, one over the paths, one seat; no query but the stamps."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongzhi.kernel import clock
from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import SeatFacts, is_blinded, next_up, resolve_post, who_is
from gongzhi.routing.queries.facts import PathDecision, ReportFacts
from gongzhi.routing.queries.present import Present, Stamps, Topics, get_present, get_topics
from gongzhi.routing.queries.situations import kin_of, read_moment, refs_around, sure_enough
from gongzhi.routing.queries.sorting import guess_topic
from gongzhi.routing.rules import (
    Alarm,
    Grounds,
    Guess,
    Landing,
    PathRule,
    Situation,
    Topic,
    choose_path,
    explain,
)
from gongzhi.territory.queries import (
    AreaFacts,
    AreaKind,
    PlaceFacts,
    find_area,
    find_place,
    list_ancestors,
    list_areas_of,
    list_places_of,
)

DUTY_DESK = "duty-desk"
DANGER_TOPIC = "sudden-danger"
CRITICAL = "critical"
SECTION = "section:"
UNDECIDED = ("no-place", "no-category")
"""Why the duty desk has it, when no path could be asked."""
_JOINTS = frozenset("<>…+")


@dataclass(frozen=True, slots=True)
class _Case:
    """A report with everything looked up."""

    facts: ReportFacts
    stamps: Stamps
    topics: Topics
    present: Present
    place: PlaceFacts | None
    anchor_id: int | None  # from where the receiving seat is searched upward
    areas: tuple[AreaFacts, ...]
    alarm: Alarm | None
    guess: Guess
    topic: Topic | None


def decide_path(facts: ReportFacts, *, stamps: Stamps | None = None) -> PathDecision:
    """Category, urgency, danger, path, seat and helpers for a report, with the reason in both languages.
    Never without a seat: the duty desk, and `desk` says why. At most one query; none with `stamps`."""
    return decide_path_by(facts, None, stamps=stamps)


def decide_path_by(
    facts: ReportFacts, paths: Sequence[PathRule] | None, *, stamps: Stamps | None = None
) -> PathDecision:
    """The same by other paths than those in force (None: those in force)."""
    case = _look(facts, current_all() if stamps is None else stamps)
    known = case.present.paths if paths is None else paths
    path = choose_path(_leading_elsewhere(case, known), _situation(case))
    seat, desk, skipped = _receive(case, path)
    path = None if desk in UNDECIDED else path
    helpers = _find_helpers(case, path, seat) if path else ()
    skipped = skipped or facts.about_seat_id is not None
    return _verdict(case, path, seat, helpers, desk=desk, skipped=skipped)


def _leading_elsewhere(case: _Case, paths: Sequence[PathRule]) -> Sequence[PathRule]:
    """All paths; of a report given back those that lead to somebody who has not had it."""
    past = case.facts.past
    if not past:
        return paths
    received = ((path, _receive(case, path)) for path in paths)
    return [path for path, (seat, desk, _skipped) in received if not desk and seat.id not in past]


def land_by(
    facts: ReportFacts, lists: Sequence[Sequence[PathRule]], *, stamps: Stamps
) -> tuple[Landing, ...]:
    """Path and seat of one report by each of several lists, looked up once: for comparing lists over many
    reports. No query."""
    case = _look(facts, stamps)
    situation = _situation(case)
    chosen = [choose_path(paths, situation) for paths in lists]
    received = {path.who if path else "": _receive(case, path) for path in chosen}
    return tuple(
        Landing(_shown_path(path, desk), seat.id, bool(desk))
        for path in chosen
        for seat, desk, _skipped in (received[path.who if path else ""],)
    )


def _shown_path(path: PathRule | None, desk: str) -> str:
    return "" if path is None or desk in UNDECIDED else path.code


def _receive(case: _Case, path: PathRule | None) -> tuple[SeatFacts, str, bool]:
    """Who receives, why that is the duty desk (or ""), and whether somebody complained of was passed by."""
    desk = _why_desk(case, path)
    seat = None if desk or path is None else _find(case, path.who, case.anchor_id)
    if seat is None and not desk:
        desk = "no-seat"
    about = case.facts.about_seat_id
    if seat is not None and is_blinded(about, seat_id=seat.id, stamps=case.stamps):
        return _one_up(case, seat), desk, True
    if seat is None:
        seat = resolve_post(DUTY_DESK, case.facts.place_id, about_seat_id=about, stamps=case.stamps)
    return seat, desk, False


def _look(facts: ReportFacts, stamps: Stamps) -> _Case:
    topics, present = get_topics(stamps), get_present(stamps)
    alarm = present.danger_finder.find(facts.text)
    guess = guess_topic(facts.text, topics)
    place = find_place(facts.place_id, stamps=stamps) if facts.place_id is not None else None
    sure = guess.code if guess.confidence >= sure_enough(place, stamps) else None
    code = facts.item or (DANGER_TOPIC if alarm else sure) or ""
    areas, anchor_id = _ground(facts, place, stamps)
    return _Case(
        facts=facts,
        stamps=stamps,
        topics=topics,
        present=present,
        place=place,
        anchor_id=anchor_id,
        areas=areas,
        alarm=alarm,
        guess=guess,
        topic=topics.by_code.get(code),
    )


def _ground(
    facts: ReportFacts, place: PlaceFacts | None, stamps: Stamps
) -> tuple[tuple[AreaFacts, ...], int | None]:
    """The areas that answer, and the place whose seats do. A point in the open belongs to its micro-grid: the
    receiver is searched from a place on that grid's own list."""
    if place is None:
        return (), None
    areas = list_areas_of(place.id, stamps=stamps)
    area = find_area(facts.area_id, stamps=stamps) if facts.area_id is not None else None
    if area is None or area in areas:
        return areas, place.id
    listed = list_places_of(area.id, stamps=stamps)
    return (area, *areas), listed[0].id if listed else place.id


def describe_situation(facts: ReportFacts, *, stamps: Stamps | None = None) -> Situation:
    """What paths decide on for a report: for showing why. At most one query."""
    return _situation(_look(facts, current_all() if stamps is None else stamps))


def _situation(case: _Case) -> Situation:
    place, topic = case.place, case.topic
    moment = read_moment(case.facts.at or clock.now(), place, case.stamps)
    return Situation(
        category=topic.code if topic else "",
        scenario=topic.scenario if topic else "",
        urgency=_urgency(case),
        channel=case.facts.channel,
        estate=_estate_kind(case),
        ground=str(place.level) if place else "",
        danger=case.alarm.sign if case.alarm else case.facts.danger,
        kin=kin_of(topic.code, case.stamps) if topic else (),
        places=refs_around(place, case.areas, case.stamps),
        times=moment.times,
        minute=moment.minute,
    )


def _estate_kind(case: _Case) -> str:
    """Village ground counts as village, whatever stands on it."""
    if case.place is None:
        return ""
    above = list_ancestors(case.place.id, stamps=case.stamps)
    if any(one.community_kind == "village" for one in above):
        return "village"
    return next((str(one.estate_kind) for one in reversed(above) if one.estate_kind), "")


def _urgency(case: _Case) -> str:
    if case.alarm:
        return CRITICAL
    return case.facts.urgency or (case.topic.urgency if case.topic else "ordinary")


def _why_desk(case: _Case, path: PathRule | None) -> str:
    if case.place is None:
        return "no-place"
    if path is None:
        return "no-path" if case.topic else "no-category"
    return ""


def _find(case: _Case, post: str, place_id: int | None) -> SeatFacts | None:
    """The seat of a post or section for a place, if somebody holds it."""
    organisation_id = None
    if post.startswith(SECTION):
        organisation_id = _section(case, post.removeprefix(SECTION))
        if organisation_id is None:
            return None
        post = "section"
    seat = resolve_post(post, place_id, organisation_id=organisation_id, stamps=case.stamps)
    return None if seat.fallback or who_is(seat.id, stamps=case.stamps).nobody else seat


def _section(case: _Case, duty: str) -> int | None:
    """The department that carries a duty, the nearest ground first."""
    carried = case.present.sections.get(duty, {})
    path: Sequence[int] = case.place.path if case.place else ()
    return next((carried[one] for one in (*reversed(path), None) if one in carried), None)


def _one_up(case: _Case, seat: SeatFacts) -> SeatFacts:
    facts = case.facts
    return next_up(
        seat.id, facts.ladder, facts.place_id, about_seat_id=facts.about_seat_id, stamps=case.stamps
    )


def _find_helpers(case: _Case, path: PathRule, seat: SeatFacts) -> tuple[int, ...]:
    """Who joins: each once, never the receiver, never whoever is complained of, and nobody twice when two
    posts are answered by one seat."""
    found: list[int] = []
    about = case.facts.about_seat_id
    for post in path.later:
        helper = _find(case, post, case.facts.place_id)
        if helper is None or helper.id in (seat.id, *found):
            continue
        if not is_blinded(about, seat_id=helper.id, stamps=case.stamps):
            found.append(helper.id)
    return tuple(found)


def _verdict(
    case: _Case,
    path: PathRule | None,
    seat: SeatFacts,
    helpers: tuple[int, ...],
    *,
    desk: str,
    skipped: bool,
) -> PathDecision:
    topic, alarm = case.topic, case.alarm
    words = (alarm.words,) if alarm and not case.facts.item else case.guess.words
    past = bool(case.facts.past)
    how = ("known" if past else "chosen") if case.facts.item else "danger" if alarm else "words"
    area = next((one for one in case.areas if one.kind in (AreaKind.GRID2, AreaKind.SPECIAL)), None)
    grounds = Grounds(
        category=topic.name if topic else None,
        how=how,
        words=words,
        place=case.place.full_name if case.place else "",
        area=area.name if area else "",
        path=path,
        desk=desk,
        skipped=skipped,
        again=past,
    )
    return PathDecision(
        category=topic.code if topic else "",
        category_id=case.topics.ids.get(topic.code) if topic else None,
        common=topic.common if topic else False,
        urgency=_urgency(case),
        path=path.code if path else "",
        list_n=case.present.paths_n,
        seat_id=seat.id,
        helper_seat_ids=helpers,
        matched=words,
        confidence=100 if case.facts.item or alarm else case.guess.confidence,
        desk=desk,
        reason=explain(grounds),
        alarm=alarm,
        area_id=area.id if area else None,
    )


def find_danger(text: str, *, stamps: Stamps | None = None) -> Alarm | None:
    """Danger to life in words as they are typed: which number to call. Before anything else is asked."""
    return get_present(stamps).danger_finder.find(text)


def guess_category(text: str, *, stamps: Stamps | None = None) -> Guess:
    """What the words seem to be about, and which of them say so."""
    return guess_topic(text, get_topics(stamps))


def list_danger_words(*, stamps: Stamps | None = None) -> tuple[str, ...]:
    """Plain words a phone can look for while one types, before any answer comes. Coarser than `find_danger`:
    the list's `phone` words, or all plain words of a list without them."""
    dangers = get_present(stamps).dangers
    if dangers.phone:
        return dangers.phone
    return tuple(word for sign in dangers.signs for word in sign.words if not _JOINTS.intersection(word))


def list_danger_codes(*, stamps: Stamps | None = None) -> tuple[str, ...]:
    """The signs of danger a path may ask for."""
    return tuple(sign.code for sign in get_present(stamps).dangers.signs)
