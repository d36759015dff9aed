"""The lists as a street reads and edits them, and what is wrong with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from gongzhi.parties.queries import list_posts
from gongzhi.routing.models import Decision, ListKind, RuleList
from gongzhi.routing.queries.facts import DecisionFacts
from gongzhi.routing.queries.kinds import present_kinds
from gongzhi.routing.queries.present import Stamps, get_present, get_topics
from gongzhi.routing.queries.situations import ties_of
from gongzhi.routing.rules import (
    Duty,
    Library,
    PathFault,
    PathRule,
    Titled,
    list_path_faults,
    read_library,
    read_paths,
    read_yaml,
    write_kinds,
)
from gongzhi.routing.rules.reading import read_speech
from gongzhi.routing.rules.speech_words import SpeechWords, words_of

LIBRARY = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Scenario:
    """One of the five scenarios with the codes of its categories."""

    code: str
    name: Titled
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListVersion:
    """One version of a list: its number, text, author and when."""

    n: int
    text: str
    note: str
    by_user_id: int | None
    created_at: datetime


@cache
def shipped_library() -> Library:
    """The scenarios and items as they ship."""
    return read_library(read_yaml((LIBRARY / "items.yaml").read_text("utf-8")))


def shipped_text(kind: ListKind) -> str:
    """A list as it ships; of the kinds of matters, how they stand now."""
    if kind == ListKind.KINDS:
        return write_kinds(present_kinds())
    return (LIBRARY / f"{kind.value}.yaml").read_text("utf-8")


def list_scenarios(*, stamps: Stamps | None = None) -> tuple[Scenario, ...]:
    """The scenarios in their order, with the categories in use; categories of a scenario nobody named come
    last under its code."""
    topics = get_topics(stamps).by_code
    names = dict(shipped_library().scenarios)
    for topic in topics.values():
        names.setdefault(topic.scenario, Titled(topic.scenario, topic.scenario))
    return tuple(
        Scenario(code, name, tuple(one.code for one in topics.values() if one.scenario == code))
        for code, name in names.items()
    )


def list_duties(*, stamps: Stamps | None = None) -> tuple[Duty, ...]:
    """The standing duties of an entrance head."""
    return tuple(get_present(stamps).duties.values())


def list_paths(*, stamps: Stamps | None = None) -> tuple[PathRule, ...]:
    """The paths in force, in the order they are tried."""
    return get_present(stamps).paths


def list_sections(*, stamps: Stamps | None = None) -> dict[str, dict[int | None, int]]:
    """Duty → place (None: everywhere) → the organisation that carries it."""
    return {duty: dict(carried) for duty, carried in get_present(stamps).sections.items()}


def find_list(kind: ListKind, n: int | None = None) -> ListVersion | None:
    """One version of a list, the newest without `n`."""
    rows = RuleList.objects.filter(kind=kind).order_by("-n")
    row = (rows.filter(n=n) if n is not None else rows).first()
    return _version(row) if row else None


def read_speech_words(n: int | None = None) -> SpeechWords:
    """The words of the speech check as a clerk edits them, of the newest version without `n`; as they ship
    where nobody changed them."""
    version = find_list(ListKind.SPEECH, n)
    return words_of(read_speech(read_yaml(version.text if version else shipped_text(ListKind.SPEECH))))


def list_versions(kind: ListKind) -> tuple[ListVersion, ...]:
    """Every version of a list, newest first."""
    return tuple(_version(row) for row in RuleList.objects.filter(kind=kind).order_by("-n"))


def _version(row: RuleList) -> ListVersion:
    return ListVersion(row.n, row.text, row.note, row.by_user_id, row.created_at)


def list_faults(text: str | None = None, *, stamps: Stamps | None = None) -> tuple[PathFault, ...]:
    """What is wrong with the paths in force, or with a text before it is saved: dead paths, overlaps, names
    nobody knows. Raises BadList or BrokenList for a text that cannot be read."""
    present = get_present(stamps)
    paths: Sequence[PathRule] = read_paths(read_yaml(text)) if text is not None else present.paths
    scenarios = {code: topic.scenario for code, topic in get_topics(stamps).by_code.items()}
    posts = {post.code for post in list_posts(stamps=stamps)}
    refs = [ref for path in paths for one in path.when for ref in one.get("place", ())]
    return list_path_faults(paths, scenarios, posts, present.sections, ties_of(refs, stamps))


def list_decisions(case_id: int) -> tuple[DecisionFacts, ...]:
    """Every routing of a case, the latest first. One query."""
    rows = Decision.objects.filter(case_id=case_id).order_by("-id")
    return tuple(
        DecisionFacts(
            path=row.path,
            category=row.category,
            confidence=row.confidence,
            desk=row.desk,
            danger=row.danger,
            words=tuple(row.matched.split("\t")) if row.matched else (),
            reason=Titled(row.reason_zh, row.reason_en),
            chosen_by_id=row.chosen_by_id,
        )
        for row in rows
    )
