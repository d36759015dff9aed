"""The invented messages, and how well a sorting of them keeps matters together and apart."""

from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

from gongzhi.insight.queries.hot import shipped_lexicon
from gongzhi.insight.rules.hot import Issue, Lexicon, Message, find_issues
from gongzhi.kernel import yaml

FILE = Path(__file__).with_name("hot_messages.yaml")


@cache
def written() -> tuple[Message, ...]:
    """All of them; the reference is the matter and a number: `lift/2`, `apart/0`."""
    page = yaml.load(FILE.read_text("utf-8"))
    groups = {**page["matters"], "apart": page["apart"]}
    return tuple(
        Message(f"{name}/{at}", text, more, day=day)
        for name, rows in groups.items()
        for at, (day, text, more) in enumerate(rows)
    )


def lexicon() -> Lexicon:
    """The list as it ships."""
    return shipped_lexicon()


@cache
def sorted_out() -> tuple[Issue, ...]:
    """The invented messages sorted."""
    return tuple(find_issues(written(), lexicon()))


def matter_of(ref: str) -> str:
    """lift/2 → lift."""
    return ref.partition("/")[0]


def pairs_of(issues: tuple[Issue, ...]) -> set[tuple[str, str]]:
    """Every two messages that were put together."""
    return {pair for one in issues for pair in combinations(sorted(one.members), 2)}


def true_pairs() -> set[tuple[str, str]]:
    """Every two messages that are about one matter."""
    refs = sorted(one.ref for one in written() if matter_of(one.ref) != "apart")
    return {pair for pair in combinations(refs, 2) if matter_of(pair[0]) == matter_of(pair[1])}


def day(text: str) -> date:
    """A day from its ISO form."""
    return date.fromisoformat(text)
