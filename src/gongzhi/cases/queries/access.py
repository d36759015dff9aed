"""Who may read a case at all: its residents, the seats that have a part in it, the posts whose ground it lies
on, the auditor; never whoever is complained of."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongzhi.cases.models import Case, Party
from gongzhi.cases.rules.refusals import CaseNotFound
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import current_all
from gongzhi.parties.queries import Rights, rights_of
from gongzhi.territory.queries import PlaceFacts, find_place

Stamps = Mapping[str, int]


@dataclass(frozen=True)
class Reader:
    """An actor with what their seats allow today."""

    actor: Actor
    rights: Rights
    stamps: Stamps

    @property
    def is_auditor(self) -> bool:
        """Reads everything, writes nothing."""
        return self.rights.can("audit")

    def is_blind_to(self, case: Case) -> bool:
        """Complained of: neither they nor their stand-ins nor their organisation see the case."""
        return case.about_seat_id is not None and case.about_seat_id in self.rights.blind_to

    def covers(self, case: Case, right: str) -> bool:
        """Whether a seat of theirs has this right over the ground of the case."""
        place = ground_of(case, self.stamps)
        areas = (case.area_id,) if case.area_id else ()
        return self.rights.can_at(right, place.path if place else (), areas)

    def seat_for(self, case: Case) -> int | None:
        """In which of their seats they speak here: the one that owns the case, else the highest."""
        if case.seat_id in self.rights.seat_ids:
            return case.seat_id
        highest = max(self.rights.seats, key=lambda seat: seat.rank, default=None)
        return highest.seat_id if highest else None


def ground_of(case: Case, stamps: Stamps) -> PlaceFacts | None:
    """On whose ground a case lies: its place, or the nearest that is known of it."""
    if case.place_id is not None:
        return find_place(case.place_id, stamps=stamps)
    refs = case.scope_path.rstrip("/").split("/")
    return find_place(refs[-1], stamps=stamps) if refs[-1] else None


def reader_of(actor: Actor, *, stamps: Stamps | None = None) -> Reader:
    """Who reads. One query at most."""
    known = current_all() if stamps is None else stamps
    return Reader(actor, rights_of(actor.user_id, stamps=known), known)


def check_can_read(reader: Reader, case: Case) -> None:
    """Raises CaseNotFound: outsiders cannot tell a closed case from none."""
    if not can_read(reader, case):
        raise CaseNotFound


def can_read(reader: Reader, case: Case) -> bool:
    """Whether this reader may see this case."""
    if reader.actor.is_system:
        return True
    if reader.actor.user_id is None or reader.is_blind_to(case):
        return False
    seats = reader.rights.seat_ids
    if case.seat_id in seats or case.approver_id in seats or reader.covers(case, "see-scope"):
        return True
    return reader.is_auditor or _takes_part(reader, case)


def can_speak(reader: Reader, case: Case) -> bool:
    """Whether this reader may add words: whoever may read it, but for the auditor, who writes nothing."""
    return can_read(reader, case) and not reader.is_auditor


def can_second(reader: Reader, case: Case, *, for_another: bool = False) -> bool:
    """Whether they may say “me too” for themselves or, with the right on its ground, for a caller. Never the
    auditor, never whoever is complained of; a matter of one household has no neighbours."""
    if case.carries == "household":
        return False
    if reader.actor.is_system:
        return True
    if reader.actor.user_id is None or reader.is_auditor or reader.is_blind_to(case):
        return False
    return reader.covers(case, "intake") if for_another else True


def _takes_part(reader: Reader, case: Case) -> bool:
    """As a resident, through a seat, or through an organisation; a former part opens nothing."""
    rows = Party.objects.filter(case=case).exclude(role="former")
    return any(
        user_id == reader.actor.user_id
        if user_id is not None
        else seat_id in reader.rights.seat_ids or organisation_id in reader.rights.organisation_ids
        for seat_id, organisation_id, user_id in rows.values_list(
            "seat_id", "organisation_id", "person__user_id"
        )
    )
