"""Who looked at whom (design: trust, “who looked at me”: the best single deterrent)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import Named, find_seat, rights_of
from gongzhi.registry.models import Look, Person


@dataclass(frozen=True, slots=True)
class LookFacts:
    """One look: the post (for the person), the account (for the auditor only), why, and when. `way`: contact
    (name and number opened) or number (reports sought by the number; `person_ref` is empty where nobody was
    known under it)."""

    at: datetime
    purpose: str
    post_name: Named | None
    case_ref: str
    actor_id: int | None
    person_ref: str
    way: str


def list_looks_at(*, actor: Actor, limit: int = 100) -> tuple[LookFacts, ...]:
    """Who opened the acting person's contact or looked them up by number, latest first: post, purpose and
    time, never the name."""
    rows = Look.objects.filter(person__user_id=actor.user_id) if actor.user_id else Look.objects.none()
    return _read(rows.order_by("-at", "-pk")[:limit], with_actor=False)


def list_looks_by(*, actor: Actor, person_ref: str = "", limit: int = 200) -> tuple[LookFacts, ...]:
    """All looks, for the auditor and nobody else. Raises NotFound for others."""
    if actor.kind != "person" or not rights_of(actor.user_id).can("audit"):
        raise NotFound()
    rows = Look.objects.order_by("-at", "-pk")
    if person_ref:
        rows = rows.filter(person__in=Person.objects.filter(ref=person_ref))
    return _read(rows[:limit], with_actor=True)


def _read(rows: QuerySet[Look], *, with_actor: bool) -> tuple[LookFacts, ...]:
    columns = rows.values_list("at", "purpose", "seat_id", "case_ref", "actor_id", "person__ref", "way")
    stamps = current_all()
    found: list[LookFacts] = []
    for at, purpose, seat_id, case_ref, actor_id, ref, way in columns:
        seat = find_seat(seat_id, stamps=stamps) if seat_id is not None else None
        shown = actor_id if with_actor else None
        post = seat.post_name if seat else None
        found.append(LookFacts(at, purpose, post, case_ref, shown, ref or "", way))
    return tuple(found)
