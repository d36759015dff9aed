"""Groups of live reports that look like one matter, for staff who may read them."""

from dataclasses import dataclass
from datetime import date, timedelta

from gongzhi.cases.queries import CaseRow, Reported, Within, list_reported_for, list_rows
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.revision import current_all
from gongzhi.routing.queries.likely import LIKENESS_KEY
from gongzhi.routing.queries.present import Stamps, get_present
from gongzhi.routing.queries.traces import get_weights, ground_of, list_pairs_apart, told
from gongzhi.routing.rules.grouping import Member, find_groups
from gongzhi.rulebook.queries import get_value
from gongzhi.territory.queries import grounds_of

COMPARED = 600
"""Reports of a ground and period that are compared with each other, the newest."""
SHOWN = 20
SURER = 8
"""A group is only offered if its members are this much more alike than what a hint asks for."""


@dataclass(frozen=True, slots=True)
class Alike:
    """One report of a group; `likeness` to what holds the group together, 0–100."""

    row: CaseRow
    likeness: int
    people: int


@dataclass(frozen=True, slots=True)
class MatterGroup:
    """Reports that look like one matter. The first is the lead: the oldest, whose clock has run longest."""

    members: tuple[Alike, ...]
    first: date
    last: date

    @property
    def lead(self) -> Alike:
        """The report the others would be joined to."""
        return self.members[0]

    @property
    def people(self) -> int:
        """How many people stand behind the group."""
        return sum(one.people for one in self.members)


@dataclass(frozen=True, slots=True)
class GroupedReports:
    """What was found: the groups, the most people first, of how many reports, and whether older ones of the
    period were left out because there are too many."""

    groups: tuple[MatterGroup, ...]
    compared: int
    cut: bool


def list_groups_for(
    actor: Actor, *, on: Within | None = None, days: int = 30, stamps: Stamps | None = None
) -> GroupedReports:
    """Among the live reports this actor may list on a ground, of the last days. Complaints about somebody and
    private kinds (quarrels, care) are left out, and pairs that somebody told apart. Nine queries at most,
    however many reports there are."""
    known = current_all() if stamps is None else stamps
    since = clock.today() - timedelta(days=days)
    listed = list_reported_for(actor, on=on, since=since, limit=COMPARED + 1, stamps=known)
    compared = [one for one in listed[:COMPARED] if one.words and not _is_private(one, known)]
    grounds = grounds_of(on.place_id if on else None, stamps=known)
    least = int(get_value(LIKENESS_KEY, grounds=grounds, stamps=known).value)
    members = [_member(one, known) for one in sorted(compared, key=lambda one: (one.placed_at, one.id))]
    apart = list_pairs_apart([one.id for one in compared])
    found = find_groups(members, get_weights(known), least + SURER, apart)[:SHOWN]
    rows = list_rows([one for group in found for one in group], stamps=known)
    groups = sorted((_group(one, rows) for one in found), key=lambda one: (-one.people, one.lead.row.ref))
    return GroupedReports(tuple(groups), len(compared), len(listed) > COMPARED)


def _is_private(report: Reported, stamps: Stamps) -> bool:
    """A matter of one household, or a kind nobody else's business."""
    if report.category is None:
        return False
    duty = get_present(stamps).duties.get(report.category.code)
    return not report.category.common or (duty is not None and duty.private)


def _member(report: Reported, stamps: Stamps) -> Member:
    ground = ground_of(report.place_id, stamps) if report.place_id is not None else None
    return Member(report.id, told(report, stamps), ground)


def _group(found: dict[int, int], rows: dict[int, CaseRow]) -> MatterGroup:
    members = tuple(Alike(rows[one], figure, rows[one].followers + 1) for one, figure in found.items())
    days = [one.row.local_date for one in members]
    return MatterGroup(members, min(days), max(days))
