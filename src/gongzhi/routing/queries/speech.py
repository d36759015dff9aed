"""Words before they become public: what is marked, what waits for a person, what was decided."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import Rights, rights_of
from gongzhi.routing.models import SpeechDecision, SpeechReview
from gongzhi.routing.queries.judges import dispatches_at, list_judged, list_thin_grounds
from gongzhi.routing.queries.present import Stamps, get_present
from gongzhi.routing.rules.shapes import SpeechMark
from gongzhi.routing.rules.speech import suggest_text

AUDIT = "audit"
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
    """The latest decisions on this person's grounds and their own elsewhere, newest first; the auditor reads
    all."""
    rows, rights = SpeechDecision.objects.select_related("review").order_by("-id"), rights_of(actor.user_id)
    if not rights.can(AUDIT):
        mine, _others = _split_grounds(SpeechReview.objects.all(), rights)
        rows = rows.filter(Q(review__place_id__in=mine) | Q(by_user_id=actor.user_id))
    return tuple(
        SpeechStep(row.review.subject, row.verb, row.reason, row.why, row.by_user_id, row.at)
        for row in rows[:MOST]
    )


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
    rights = rights_of(actor.user_id)
    if not rights.can(AUDIT):
        mine, others = _split_grounds(rows, rights)
        thin = rows.filter(place_id__in=list_thin_grounds(others, rights))
        rows = rows.filter(Q(place_id__in=mine) | Q(subject__in=list_judged(thin, actor.user_id)))
    return rows.exclude(state="appealed", hidden_by_id=actor.user_id)


def _split_grounds(rows: QuerySet[SpeechReview], rights: Rights) -> tuple[list[int], list[int]]:
    """The grounds of these texts on which somebody with these rights dispatches, and the others."""
    places = set(rows.order_by().values_list("place_id", flat=True).distinct())
    stamps = current_all()
    mine = [one for one in places if dispatches_at(one, rights, stamps)]
    return mine, sorted(places.difference(mine))
