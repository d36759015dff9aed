"""The trace every change of seats leaves, and the stamp that makes it count at once everywhere."""

import json
from datetime import date

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import bump
from gongzhi.parties.models import Change, Seat
from gongzhi.parties.queries.present import REVISION, get_present, read_stamps
from gongzhi.parties.queries.rights import rights_of
from gongzhi.parties.queries.seats import path_of_seat
from gongzhi.territory.queries import list_area_ids_under


def trace(
    verb: str, subject: str, subject_id: int, *, actor: Actor, **written: str | int | date | None
) -> None:
    """One line of history, and the stamp."""
    trace_many([(verb, subject, subject_id, written)], actor=actor)


def trace_many(
    lines: list[tuple[str, str, int, dict[str, str | int | date | None]]], *, actor: Actor
) -> None:
    """Many lines with one insert, and the stamp once."""
    now = clock.now()
    Change.objects.bulk_create(
        Change(
            at=now,
            verb=verb,
            subject=subject,
            subject_id=subject_id,
            text=json.dumps(written, ensure_ascii=False, sort_keys=True, default=str),
            by_kind=actor.kind,
            by_user_id=actor.user_id,
        )
        for verb, subject, subject_id, written in lines
    )
    bump(REVISION)


def configures(actor: Actor) -> bool:
    """Whether the actor's seats let them set the street up."""
    return actor.kind == "person" and rights_of(actor.user_id).can("configure")


def appoints(actor: Actor, seat: Seat) -> bool:
    """Whether the actor may fill this seat: by a right to appoint on its ground."""
    if actor.kind != "person":
        return False
    stamps = read_stamps(None)
    present = get_present(stamps)
    row = present.seats[seat.pk]
    areas = list_area_ids_under({row.area_id}, stamps=stamps) if row.area_id is not None else frozenset()
    path = path_of_seat(present, row, stamps)
    return rights_of(actor.user_id, stamps=stamps).can_at("appoint", path, areas)
