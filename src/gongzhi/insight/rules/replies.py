"""Answers that were sent, counted by post: how many left something open, and what became of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from gongzhi.insight.rules.reply import Gap

LEAST = 5
"""Answers judged by residents below which no share is shown."""
OFTEN = 3


@dataclass(frozen=True, slots=True)
class SentFacts:
    """One answer, as it is counted. `post` is a post or an organisation, never a person."""

    post: str
    gaps: tuple[Gap, ...]
    solved: bool | None


@dataclass(frozen=True, slots=True)
class PostTally:
    """The answers of a post. The shares, in percent, are of those that residents judged; None: too few."""

    post: str
    answers: int
    with_gaps: int
    often: tuple[Gap, ...]
    refused_with_gaps: int | None
    refused_without: int | None


def read_gaps(written: str) -> tuple[Gap, ...]:
    """The codes as a row keeps them; one this release no longer knows is passed over."""
    known = {gap.value: gap for gap in Gap}
    return tuple(known[code] for code in written.split(",") if code in known)


def tally_posts(sent: Iterable[SentFacts]) -> tuple[PostTally, ...]:
    """One line for each post, those with most open answers first."""
    by_post: dict[str, list[SentFacts]] = defaultdict(list)
    for one in sent:
        by_post[one.post].append(one)
    lines = [tally(post, rows) for post, rows in by_post.items()]
    return tuple(sorted(lines, key=lambda line: (-line.with_gaps, line.post)))


def tally(post: str, sent: Iterable[SentFacts]) -> PostTally:
    """These answers together."""
    rows = list(sent)
    open_ones = [one for one in rows if one.gaps]
    often = Counter(gap for one in open_ones for gap in one.gaps)
    return PostTally(
        post,
        len(rows),
        len(open_ones),
        tuple(gap for gap, _times in often.most_common(OFTEN)),
        _refused(open_ones),
        _refused([one for one in rows if not one.gaps]),
    )


def _refused(rows: list[SentFacts]) -> int | None:
    judged = [one for one in rows if one.solved is not None]
    if len(judged) < LEAST:
        return None
    return round(100 * sum(not one.solved for one in judged) / len(judged))
