"""Which reports leave the same marks? Asked of the index, a bounded number of entries for each mark, so that
a crowded estate answers as fast as an empty one."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from django.db.models import Q

from gongzhi.cases.queries import Reported
from gongzhi.kernel.newest import newest_of_each
from gongzhi.kernel.revision import Kept
from gongzhi.kernel.text import name_key
from gongzhi.routing.models import Apart, MarkCount, Trace
from gongzhi.routing.queries.present import Stamps, get_topics
from gongzhi.routing.rules.likeness import Told
from gongzhi.routing.rules.marks import Alike, Said, Weights, pairs_of, read_alike, telling
from gongzhi.routing.rules.reading import read_yaml
from gongzhi.territory.queries import Level, PlaceFacts, find_place, list_ancestors

WEIGHTS_REVISION = "routing.weights"
STORED = 24
"""Marks of a report that are kept: the most telling ones."""
ASKED = 12
"""Marks of a text that are looked up."""
EACH = 80
"""Reports looked at for each mark, the newest; a mark so many have counts half."""
SURE = 25
"""Percent from which a guessed category counts."""


@cache
def get_alike() -> Alike:
    """The lists of things, troubles and worn words that ship."""
    written = files("gongzhi.routing").joinpath("data", "alike.yaml").read_text("utf-8")
    return read_alike(read_yaml(written))


def _build_weights() -> Weights:
    counted = MarkCount.objects.order_by("-pk").first()
    return Weights(json.loads(counted.counts_text), counted.texts) if counted else Weights({}, 0)


_weights: Kept[Weights] = Kept(WEIGHTS_REVISION, _build_weights)


def get_weights(stamps: Stamps | None = None) -> Weights:
    """What marks weigh in this street, as last counted."""
    return _weights.get(stamps)


def find_marked(
    marks: Sequence[str], since: date, weigh: Weights, *, ground_ids: Collection[int] = (), limit: int
) -> list[int]:
    """Cases that share the most weight of these marks, the most first; on these grounds, or anywhere. One
    query."""
    grounds = [{"ground": ground_id} for ground_id in ground_ids] or [{}]
    found = newest_of_each(
        Trace,
        ("case", "mark"),
        [{**ground, "mark": mark} for ground in grounds for mark in marks],
        since=("day", since),
        order=("day", "case"),
        each=EACH,
    )
    return _most_shared(found, weigh)[:limit]


def _most_shared(entries: Sequence[tuple[Any, ...]], weigh: Weights) -> list[int]:
    """The cases by the weight of what they share; what everybody here shares counts half."""
    have: dict[str, int] = {}
    for _case, mark in entries:
        have[mark] = have.get(mark, 0) + 1
    worth = {mark: weigh(mark) / (2 if n >= EACH else 1) for mark, n in have.items()}
    points: dict[int, float] = {}
    for case, mark in entries:
        points[case] = points.get(case, 0) + worth[mark]
    return sorted(points, key=lambda case: (-points[case], -case))


def telling_marks(said: Said, weigh: Weights) -> list[str]:
    """The marks of a text worth looking up."""
    return telling(said.marks, weigh, ASKED)


def list_address_marks(case_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """What is known of where reports without a place may be, by case. One query."""
    found: dict[int, frozenset[str]] = {}
    rows = Trace.objects.filter(case_id__in=case_ids, of_address=True)
    for case_id, mark in rows.values_list("case_id", "mark"):
        found[case_id] = found.get(case_id, frozenset()) | {mark}
    return found


def list_apart_from(case_id: int) -> frozenset[int]:
    """The cases that were told apart from this one. One query."""
    rows = Apart.objects.filter(Q(one_id=case_id) | Q(other_id=case_id)).values_list("one_id", "other_id")
    return frozenset(one for pair in rows for one in pair if one != case_id)


def list_pairs_apart(case_ids: Collection[int]) -> frozenset[tuple[int, int]]:
    """Which of these cases were told apart, the lower number first. One query."""
    rows = Apart.objects.filter(one_id__in=case_ids).values_list("one_id", "other_id")
    return frozenset((one, other) for one, other in rows)


def address_marks(address: str) -> frozenset[str]:
    """An address, or a place by its name, as marks."""
    return frozenset(pairs_of(name_key(address)))


def ground_of(place_id: int, stamps: Stamps | None = None) -> int:
    """The estate around a place, or the place itself."""
    above = list_ancestors(place_id, stamps=stamps)
    return next((one.id for one in above if one.level is Level.ESTATE), place_id)


def grounds_around(place_id: int, stamps: Stamps | None = None) -> tuple[int, ...]:
    """Where reports of one matter may lie: the estate, and the community for what was put down no finer."""
    wide = ground_of(place_id, stamps)
    above = list_ancestors(place_id, stamps=stamps)
    community = [one.id for one in above if one.level is Level.COMMUNITY and one.id != wide]
    return (wide, *community)


def told(report: Reported, stamps: Stamps | None = None, *, named: frozenset[str] | None = None) -> Told:
    """A stored report as far as likeness goes; with `named` also by what its place is called, or else by
    these marks of an address."""
    kind = report.category.code if report.category else ""
    place = find_place(report.place_id, stamps=stamps) if report.place_id is not None else None
    point = (report.lat, report.lng) if report.lat is not None else None
    if named is not None and place is not None:
        named = address_marks(place.full_name)
    said = get_alike().read(report.words)
    return told_at(said, place, kind, report.day, stamps, point=point, named=named or frozenset())


def told_at(
    said: Said,
    place: PlaceFacts | None,
    kind: str,
    day: int,
    stamps: Stamps | None = None,
    *,
    point: tuple[float | None, float | None] | None = None,
    named: frozenset[str] = frozenset(),
) -> Told:
    """What somebody says at a place on a day."""
    chain = list_ancestors(place.id, stamps=stamps) if place else ()
    above = {one.level: one for one in chain}
    building, entrance = above.get(Level.BUILDING), above.get(Level.ENTRANCE)
    known = next(((one.lat, one.lng) for one in reversed(chain) if one.lat is not None), (None, None))
    lat, lng = point or known
    return Told(
        said,
        kind,
        building.id if building else None,
        entrance.id if entrance else None,
        lat,
        lng,
        day,
        named,
    )


def name_to_building(place_id: int | None, stamps: Stamps | None = None) -> str:
    """What a place is called, no finer than the building."""
    above = list_ancestors(place_id, stamps=stamps) if place_id is not None else ()
    fine = (Level.ENTRANCE, Level.ROOM)
    return next((one.full_name for one in reversed(above) if one.level not in fine), "")


def guess_kind(words: str, stamps: Stamps | None = None) -> str:
    """The category the words seem to be about, if that is fairly sure."""
    guess = get_topics(stamps).finder.guess(words)
    return guess.code or "" if guess.confidence >= SURE else ""
