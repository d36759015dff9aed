"""Topics staff have proposed, as far as somebody sees their ground; a held title only for its proposer and
for those who decide about it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from gongzhi.cases.queries import Written, list_written_for
from gongzhi.insight.models import Held, ProposedTopic
from gongzhi.insight.rules.topics import subject_of, topic_of
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries import Rights, rights_of
from gongzhi.routing.queries import SpeechFacts, find_speeches, list_judged, list_judges
from gongzhi.territory.queries import PlaceFacts, find_place, list_areas_of

SHOWN = 20
DISPATCH, AUDIT = "dispatch", "audit"


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """A proposed topic: its title, its ground, how many reports stand behind it, who proposed it and when.
    `held`: where its wording stands with the speech check (empty: nothing holds it); then `title` is empty
    for whoever neither proposed it nor decides. `reason` and `why` of one that was kept back stand there for
    all; `final`: the one appeal has been decided."""

    ref: str
    title: str
    place: PlaceFacts | None
    reports: int
    by_name: str
    by_user_id: int
    proposed_at: datetime
    taken_up: str
    held: str = ""
    reason: str = ""
    why: str = ""
    final: bool = False


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """One topic with the reports behind it that its reader may see, and what the reader may do: `may_judge`
    its title, or, as its proposer, word it anew, appeal and withdraw (`mine`). `appeal`: what the proposer
    said against the decision, for those two. `nobody`: it waits, and the house has nobody else who could
    decide."""

    facts: TopicFacts
    reports: tuple[Written, ...]
    mine: bool
    may_judge: bool
    appeal: str
    nobody: bool


def list_topics_for(actor: Actor) -> tuple[TopicFacts, ...]:
    """Topics proposed and not withdrawn, newest first, on grounds this actor sees. The number of queries is
    fixed."""
    rights = rights_of(actor.user_id)
    rows = ProposedTopic.objects.filter(withdrawn_at=None).select_related("by_user")
    rows = rows.prefetch_related("reports").order_by("-proposed_at")[: SHOWN * 5]
    seen = [row for row in rows if _may_see(row, rights)][:SHOWN]
    held = find_speeches([subject_of(row.ref) for row in seen if row.held])
    judged = list_judged(held.values(), actor.user_id) if held else frozenset()
    both = ((row, subject_of(row.ref)) for row in seen)
    return tuple(_facts(row, held.get(key), _reads(row, rights, key in judged)) for row, key in both)


def get_topic_for(actor: Actor, ref: str) -> OpenTopic:
    """One topic. Raises NotFound where it was withdrawn or its ground is not this actor's to see."""
    rights = rights_of(actor.user_id)
    row = ProposedTopic.objects.select_related("by_user").filter(ref=ref, withdrawn_at=None).first()
    if row is None:
        raise NotFound
    speech = find_speeches([subject_of(ref)]).get(subject_of(ref)) if row.held else None
    judges = bool(speech and list_judged((speech,), actor.user_id))
    if not _may_see(row, rights) and not judges:
        raise NotFound
    reads, mine = _reads(row, rights, judges), row.by_user_id == actor.user_id
    refs = list(row.reports.values_list("case__ref", flat=True))
    return OpenTopic(
        facts=_facts(row, speech, reads),
        reports=list_written_for(actor, refs=refs, limit=max(len(refs), 1)),
        mine=mine and rights.can(DISPATCH),
        may_judge=not mine and judges and not _has_decided(speech, actor),
        appeal=speech.appeal if speech and reads else "",
        nobody=_waits_for_nobody(speech),
    )


def list_topics_open_to(user_id: int, refs: Collection[str]) -> frozenset[str]:
    """Of these topics, those whose page this person may open now. The number of queries is fixed."""
    rights = rights_of(user_id)
    rows = list(ProposedTopic.objects.filter(ref__in=refs, withdrawn_at=None))
    seen = {row.ref for row in rows if _may_see(row, rights)}
    held = [subject_of(row.ref) for row in rows if row.held and row.ref not in seen]
    judged = list_judged(find_speeches(held).values(), user_id) if held else ()
    return frozenset(seen.union(topic_of(one) or "" for one in judged))


def list_own_subjects(subjects: Collection[str], user_ids: Collection[int]) -> list[tuple[str, int]]:
    """Of these keys of the speech check, those whose topic one of these people proposed, and who. One
    query."""
    refs = [topic_of(one) or "" for one in subjects]
    rows = ProposedTopic.objects.filter(ref__in=refs, by_user_id__in=user_ids)
    return [(subject_of(ref), user_id) for ref, user_id in rows.values_list("ref", "by_user_id")]


def _may_see(row: ProposedTopic, rights: Rights) -> bool:
    """Whoever proposed it, the auditor, and whoever sees cases on its ground."""
    if row.by_user_id == rights.user_id or rights.can(AUDIT):
        return True
    place = find_place(row.place_id) if row.place_id else None
    areas = [one.id for one in list_areas_of(place.id)] if place else []
    return rights.sees(place.path if place else (), areas)


def _reads(row: ProposedTopic, rights: Rights, judges: bool) -> bool:
    """Whether its title is shown to whoever has these rights."""
    return judges or not row.held or row.by_user_id == rights.user_id or rights.can(AUDIT)


def _waits_for_nobody(speech: SpeechFacts | None) -> bool:
    waits = speech is not None and speech.state in (Held.WAITING, Held.APPEALED)
    return speech is not None and waits and not list_judges((speech,))[speech.subject]


def _has_decided(speech: SpeechFacts | None, actor: Actor) -> bool:
    """Whether it is the appeal against their own decision."""
    return speech is not None and speech.state == "appealed" and speech.hidden_by_id == actor.user_id


def _facts(row: ProposedTopic, speech: SpeechFacts | None, reads: bool) -> TopicFacts:
    return TopicFacts(
        ref=row.ref,
        title=row.title if reads else "",
        place=find_place(row.place_id) if row.place_id else None,
        reports=len(row.reports.all()),
        by_name=row.by_user.display_name,
        by_user_id=row.by_user_id,
        proposed_at=row.proposed_at,
        taken_up=row.taken_up,
        held=row.held,
        reason=speech.reason if speech else "",
        why=speech.why if speech else "",
        final=speech.final if speech else False,
    )
