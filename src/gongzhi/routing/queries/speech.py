"""Words before they become public: what is marked, what waits for a person, what was decided."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import Rights, rights_of
from gongzhi.routing.models import SpeechDecision, SpeechReview
from gongzhi.routing.queries.present import Stamps, get_present
from gongzhi.routing.rules.shapes import SpeechMark
from gongzhi.routing.rules.speech import suggest_text
from gongzhi.territory.queries import find_place

DISPATCH, AUDIT = "dispatch", "audit"
MOST = 100


@dataclass(frozen=True, slots=True)
class SpeechFacts:
    """A held text. `why` stands where a hidden text would; `words` only for those who decide."""

    subject: str
    place_id: int
    state: str
    reason: str
    why: str
    words: str
    appeal: str
    final: bool
    hidden_by_id: int | None
    created_at: datetime
    changed_at: datetime
    marks: tuple[tuple[int, int, str, str], ...]


@dataclass(frozen=True, slots=True)
class SpeechStep:
    """One decision about a held text."""

    subject: str
    verb: str
    reason: str
    why: str
    by_user_id: int | None
    at: datetime


def check_speech(text: str, *, stamps: Stamps | None = None) -> tuple[SpeechMark, ...]:
    """What a person should look at before these words become public: insults, personal data, advertising.
    Never a view. Nothing is changed and nothing stored."""
    return get_present(stamps).speech_checker.check(text)


def suggest_speech(text: str, language: str, *, stamps: Stamps | None = None) -> str:
    """How it could be written without what is marked."""
    return suggest_text(text, check_speech(text, stamps=stamps), language)


def find_speech(subject: str) -> SpeechFacts | None:
    """How a text stands, for the room that owns it; None: it was never held."""
    row = SpeechReview.objects.filter(subject=subject).first()
    return facts_of(row) if row else None


def find_speeches(subjects: Collection[str]) -> dict[str, SpeechFacts]:
    """The same for many at once, by subject. One query."""
    return {row.subject: facts_of(row) for row in SpeechReview.objects.filter(subject__in=subjects)}


def list_held_speech(actor: Actor) -> tuple[SpeechFacts, ...]:
    """What waits for this person's decision, the oldest first: new ones, and appeals against others."""
    return tuple(facts_of(row) for row in _open_for(actor).order_by("created_at", "id")[:MOST])


def count_held_speech(actor: Actor) -> int:
    """How many wait."""
    return _open_for(actor).count()


def list_speech_steps(actor: Actor) -> tuple[SpeechStep, ...]:
    """The latest decisions on this person's grounds, newest first; the auditor reads all."""
    rows = SpeechDecision.objects.select_related("review").order_by("-id")
    rows = rows.filter(review__in=_reach(SpeechReview.objects.all(), rights_of(actor.user_id)))
    return tuple(
        SpeechStep(row.review.subject, row.verb, row.reason, row.why, row.by_user_id, row.at)
        for row in rows[:MOST]
    )


def may_judge_at(place_id: int, actor: Actor) -> bool:
    """Whether a seat of this person dispatches on that ground."""
    place = find_place(place_id)
    return place is not None and rights_of(actor.user_id).can_at(DISPATCH, place.path)


def facts_of(row: SpeechReview) -> SpeechFacts:
    """A row as its readers take it."""
    return SpeechFacts(
        subject=row.subject,
        place_id=row.place_id,
        state=row.state,
        reason=row.reason,
        why=row.why,
        words=row.words,
        appeal=row.appeal,
        final=row.final,
        hidden_by_id=row.hidden_by_id,
        created_at=row.created_at,
        changed_at=row.changed_at,
        marks=tuple(tuple(one) for one in json.loads(row.marks_text)),
    )


def _open_for(actor: Actor) -> QuerySet[SpeechReview]:
    """What was erased or taken back left no words: there is nothing to decide about."""
    rows = SpeechReview.objects.filter(state__in=("waiting", "appealed")).exclude(words="")
    return _reach(rows, rights_of(actor.user_id)).exclude(state="appealed", hidden_by_id=actor.user_id)


def _reach(rows: QuerySet[SpeechReview], rights: Rights) -> QuerySet[SpeechReview]:
    """Only grounds on which this person dispatches; the auditor reads everywhere."""
    if rights.can(AUDIT):
        return rows
    places = rows.order_by().values_list("place_id", flat=True).distinct()
    known = [find_place(place_id) for place_id in places]
    mine = [one.id for one in known if one is not None and rights.can_at(DISPATCH, one.path)]
    return rows.filter(place_id__in=mine)
