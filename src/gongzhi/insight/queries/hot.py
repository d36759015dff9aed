"""Hot issues: what people write about repeatedly, on a ground in a period, or in any table of texts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from gongzhi.cases.queries import Within, Written, count_people_of, list_written_for
from gongzhi.insight.rules.hot import (
    Issue,
    Lexicon,
    Message,
    Problem,
    find_issues,
    read_lexicon,
    spread_heat,
)
from gongzhi.kernel import clock, yaml
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import current_all

LIST = Path(__file__).resolve().parent.parent / "data" / "matters.yaml"
LONGEST_TITLE = 24
SENTENCE_END = re.compile(r"[。！？!?;；\n]")
COMPARED = 2_000
"""Reports compared at once: about a second. Of more, the newest."""


@dataclass(frozen=True, slots=True)
class HotIssue:
    """A matter on somebody's ground: its figures, how many people stand behind it, and its reports, oldest
    first. `heat` already counts people, not letters."""

    issue: Issue
    people: int
    reports: tuple[Written, ...]

    @property
    def key(self) -> str:
        """The number of its oldest report: what the address of the page calls it."""
        return self.issue.members[0]

    @property
    def heat(self) -> float:
        """The heat, with people instead of letters."""
        return spread_heat(self.issue.heat, self.issue.reports, self.people)

    @property
    def running(self) -> tuple[Written, ...]:
        """Its reports that have not ended: only they can be joined."""
        return tuple(one for one in self.reports if not one.ended)


@dataclass(frozen=True, slots=True)
class HotIssues:
    """The hottest first. `compared` reports were read; `cut`: there were more in the period."""

    issues: tuple[HotIssue, ...]
    compared: int
    cut: bool
    since: date
    until: date


@cache
def shipped_lexicon() -> Lexicon:
    """Problems, worn words and endings as they ship."""
    return read_lexicon(yaml.load(LIST.read_text("utf-8")))


def list_issues_in(messages: Iterable[Message]) -> list[Issue]:
    """The matters in any set of messages, hottest first."""
    return find_issues(messages, shipped_lexicon())


def find_problem(code: str) -> Problem | None:
    """A problem by its code."""
    return next((one for one in shipped_lexicon().problems if one.code == code), None)


def name_of_issue(issue: Issue, language: str = "zh") -> str:
    """What a matter is called: place and problem, or the title in the middle."""
    problem = find_problem(issue.problem)
    said = (problem.en if language.startswith("en") else problem.zh) if problem else ""
    return " · ".join(part for part in (issue.place, said or _short(issue.title)) if part)


def _short(title: str) -> str:
    """The first sentence of a report, cut where it is long."""
    first = SENTENCE_END.split(title.strip(), maxsplit=1)[0] or title
    return first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 1]}…"


def list_hot_issues_for(
    actor: Actor, *, on: Within | None = None, days: int = 30, most: int = 50
) -> HotIssues:
    """What is written about repeatedly in the reports this actor may read, on a ground, in the last days.
    Private kinds and complaints about somebody are left out. Four queries."""
    until = clock.local_date(clock.now())
    since = until - timedelta(days=max(days, 1) - 1)
    stamps = current_all()
    written = list_written_for(actor, on=on, since=since, until=until, limit=COMPARED + 1, stamps=stamps)
    public = [one for one in written[:COMPARED] if one.category is None or one.category.common]
    by_ref = {one.ref: one for one in public}
    issues = find_issues((_message(one) for one in public), shipped_lexicon(), period=(since, until))
    people = _people(issues, by_ref)
    found = [
        HotIssue(_placed(one, by_ref), people[one.members[0]], tuple(by_ref[ref] for ref in one.members))
        for one in issues
    ]
    hottest = sorted(found, key=lambda one: (-one.heat, one.key))[:most]
    return HotIssues(tuple(hottest), len(public), len(written) > COMPARED, since, until)


def _message(one: Written) -> Message:
    """A report as the sorting reads it; who wrote it is not known here."""
    return Message(one.ref, one.words, estate=one.estate_name, day=one.day, seconders=one.others)


def _people(issues: Sequence[Issue], by_ref: Mapping[str, Written]) -> dict[str, int]:
    return count_people_of(
        {one.members[0]: [by_ref[ref].id for ref in one.members] for one in issues} if issues else {}
    )


def _placed(issue: Issue, by_ref: Mapping[str, Written]) -> Issue:
    """The issue called by the place most of its reports lie at, as the street's own address tree says it."""
    reports = [by_ref[ref] for ref in issue.members]
    for places in ([one.place_name for one in reports], [one.estate_name for one in reports]):
        usual = max(sorted(set(places)), key=places.count)
        if usual and 2 * places.count(usual) > len(places):
            return replace(issue, place=usual)
    return issue
