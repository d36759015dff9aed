"""Answers that were sent, for whoever supervises: of a case, and of one's ground by post."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from gongzhi.cases.queries import Within, ids_written_for
from gongzhi.insight.models import SentReply
from gongzhi.insight.rules.replies import PostTally, SentFacts, read_gaps, tally, tally_posts
from gongzhi.insight.rules.reply import Gap
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import find_organisation, find_seat

DAYS, READ, LISTED = 90, 2_000, 50


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """An answer that was sent. `relevance` in percent; `shown`: its writer had seen what was missing;
    `solved`: what residents said after it."""

    ref: str
    post: str
    sent_at: datetime
    relevance: int
    gaps: tuple[Gap, ...]
    shown: bool
    solved: bool | None


@dataclass(frozen=True, slots=True)
class SentAnswers:
    """The answers on somebody's ground: all together, by post, and the newest that left something open.
    `cut`: older ones of these days were not read."""

    all: PostTally
    posts: tuple[PostTally, ...]
    open: tuple[SentAnswer, ...]
    days: int
    cut: bool


def find_sent_answer(case_id: int, language: str) -> SentAnswer | None:
    """The newest answer of a case; who may see the case was asked before. One query."""
    row = SentReply.objects.filter(case_id=case_id).select_related("case").order_by("-seq").first()
    return _read(row, language, current_all()) if row else None


def list_sent_answers_for(actor: Actor, language: str, *, on: Within | None = None) -> SentAnswers:
    """The answers of the last three months in cases this actor may list, on a ground. Four queries."""
    stamps = current_all()
    rows = SentReply.objects.filter(
        sent_at__gte=clock.now() - timedelta(days=DAYS),
        case_id__in=ids_written_for(actor, on=on, stamps=stamps),
    )
    newest = rows.select_related("case").order_by("-sent_at", "-pk")[: READ + 1]
    read = [_read(row, language, stamps) for row in newest]
    sent = read[:READ]
    facts = [SentFacts(one.post, one.gaps, one.solved) for one in sent]
    still_open = tuple(one for one in sent if one.gaps)[:LISTED]
    return SentAnswers(tally("", facts), tally_posts(facts), still_open, DAYS, len(read) > READ)


def _read(row: SentReply, language: str, stamps: Mapping[str, int]) -> SentAnswer:
    return SentAnswer(
        row.case.ref,
        _post_of(row.seat_id, language, stamps),
        row.sent_at,
        row.relevance,
        read_gaps(row.missing),
        row.shown,
        row.solved,
    )


def _post_of(seat_id: int | None, language: str, stamps: Mapping[str, int]) -> str:
    """The organisation an answer came from, else the post: never who sits there, nor which seat it was."""
    seat = find_seat(seat_id, stamps=stamps) if seat_id else None
    if seat is None:
        return ""
    body = find_organisation(seat.organisation_id, stamps=stamps) if seat.organisation_id else None
    if body is not None:
        return body.name
    return seat.post_name.en if language.startswith("en") else seat.post_name.zh
