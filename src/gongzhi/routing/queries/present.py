"""Routing as this process knows it: categories with their words, signs of danger, paths, sections. Built from
the tables, kept until the stamps `cases.categories` and `routing` move."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from gongzhi.cases.queries import CATEGORIES_REVISION, list_categories
from gongzhi.kernel.revision import Kept
from gongzhi.routing.models import ListKind, RuleList, SectionDuty, StandingDuty
from gongzhi.routing.rules import (
    DangerFinder,
    Dangers,
    Duty,
    PathRule,
    Titled,
    Topic,
    WordFinder,
    read_dangers,
    read_paths,
    read_words,
    read_yaml,
)
from gongzhi.routing.rules.ear import Ear, read_ear
from gongzhi.routing.rules.reading import read_speech
from gongzhi.routing.rules.shapes import SpeechList
from gongzhi.routing.rules.speech import SpeechChecker

EAR = Path(__file__).resolve().parent.parent / "data" / "danger_ear.json"
REVISION = "routing"
Stamps = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Topics:
    """The categories in use, by code, with their row ids and the one automaton over all their words."""

    by_code: Mapping[str, Topic]
    ids: Mapping[str, int]
    finder: WordFinder


@dataclass(frozen=True, slots=True)
class Present:
    """The lists in force and who carries which duty (duty → place or None → organisation)."""

    paths: tuple[PathRule, ...]
    paths_n: int
    dangers: Dangers
    dangers_n: int
    danger_finder: DangerFinder
    speech_checker: SpeechChecker
    sections: Mapping[str, Mapping[int | None, int]]
    duties: Mapping[str, Duty]


def _build_topics() -> Topics:
    rows = [category for category in list_categories() if category.active]
    topics = {
        row.code: Topic(
            code=row.code,
            scenario=row.scenario,
            name=Titled(row.name_zh, row.name_en),
            urgency=row.urgency,
            words=read_words(row.words),
            common=row.common,
        )
        for row in rows
    }
    return Topics(topics, {row.code: row.id for row in rows}, WordFinder(topics.values()))


def newest(kind: ListKind) -> RuleList | None:
    """The version of a list that is in force."""
    return RuleList.objects.filter(kind=kind).order_by("-n").first()


@cache
def shipped_ear() -> Ear:
    """The second ear for danger, as it ships."""
    return read_ear(json.loads(EAR.read_text("utf-8")))


@lru_cache(maxsize=4)
def _finder_of(text: str) -> tuple[Dangers, DangerFinder]:
    """A list of dangers read and built, once for each wording of it: other lists change more often."""
    dangers = read_dangers(read_yaml(text)) if text else Dangers(signs=())
    return dangers, DangerFinder(dangers, shipped_ear() if dangers.ear else None)


@lru_cache(maxsize=4)
def _checker_of(text: str) -> SpeechChecker:
    """The same for the list of speech; without one nothing is marked."""
    return SpeechChecker(read_speech(read_yaml(text)) if text else SpeechList(reasons={}))


@lru_cache(maxsize=4)
def _paths_of(text: str) -> tuple[PathRule, ...]:
    """The same for the paths."""
    return tuple(read_paths(read_yaml(text)))


def _build_present() -> Present:
    paths, dangers = newest(ListKind.PATHS), newest(ListKind.DANGERS)
    speech = newest(ListKind.SPEECH)
    signs, finder = _finder_of(dangers.text if dangers else "")
    sections: dict[str, dict[int | None, int]] = {}
    for row in SectionDuty.objects.filter(ended_at=None):
        sections.setdefault(row.duty, {})[row.place_id] = row.organisation_id
    duties = {
        row.category.code: Duty(
            row.category.code, row.days, row.tick, Titled(row.task_zh, row.task_en), row.private
        )
        for row in StandingDuty.objects.select_related("category").order_by("category__sort_no")
    }
    return Present(
        paths=_paths_of(paths.text) if paths else (),
        paths_n=paths.n if paths else 0,
        dangers=signs,
        dangers_n=dangers.n if dangers else 0,
        danger_finder=finder,
        speech_checker=_checker_of(speech.text if speech else ""),
        sections=sections,
        duties=duties,
    )


_topics: Kept[Topics] = Kept(CATEGORIES_REVISION, _build_topics)
_present: Kept[Present] = Kept(REVISION, _build_present)


def get_topics(stamps: Stamps | None = None) -> Topics:
    """The categories as they are now."""
    return _topics.get(stamps)


def get_present(stamps: Stamps | None = None) -> Present:
    """The lists as they are now."""
    return _present.get(stamps)
