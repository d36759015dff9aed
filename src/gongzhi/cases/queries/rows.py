"""From rows to facts, a page at a time: always the same few queries, however many cases there are."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import OuterRef, Subquery

from gongzhi.cases.models import Case, Evidence, Mandate, Remark
from gongzhi.cases.queries.categories import categories_by_id
from gongzhi.cases.queries.facts import CaseRow
from gongzhi.kernel import clock
from gongzhi.parties.queries import find_seat
from gongzhi.playbooks.queries import Playbook, Titled, get_version
from gongzhi.territory.queries import Level, find_area, find_place

Stamps = Mapping[str, int]
PHOTOS = ("before-photo", "photo")
NOTHING = Titled("", "")


def rows_of_cases(cases: Sequence[Case], stamps: Stamps) -> list[CaseRow]:
    """The facts of these cases, in their order. Three queries."""
    ids = [case.pk for case in cases]
    words = words_of(ids)
    photos = _first_photos(ids)
    foreign = dict(
        Mandate.objects.filter(case_id__in=ids).order_by("-pk").values_list("case_id", "foreign_no")
    )
    return [
        CaseRow(
            **row_columns(case, stamps),
            words=words.get(case.pk, ""),
            photos=tuple(photos[case.pk]),
            foreign_no=foreign.get(case.pk, ""),
        )
        for case in cases
    ]


def words_of(case_ids: Collection[int]) -> dict[int, str]:
    """What was reported first under each case. One query."""
    rows = Remark.objects.filter(case_id__in=case_ids, kind="report").order_by("-event_id")
    return dict(rows.values_list("case_id", "text"))


def first_words() -> Subquery:
    """The same as a column of a question about cases."""
    first = Remark.objects.filter(case_id=OuterRef("pk"), kind="report").order_by("event_id")
    return Subquery(first.values("text")[:1])


def _first_photos(case_ids: Collection[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = Evidence.objects.filter(case_id__in=case_ids, kind="before-photo").order_by("pk")
    for case_id, ref in rows.values_list("case_id", "ref"):
        found[case_id].append(ref)
    return found


def row_columns(case: Case, stamps: Stamps) -> dict[str, Any]:
    """Everything of a `CaseRow` that needs no query: titles, names, what is late."""
    playbook = get_version(case.version_id)
    area = find_area(case.area_id, stamps=stamps) if case.area_id else None
    return {
        "ref": case.ref,
        "playbook": playbook.name,
        "carries": case.carries,
        "channel": case.channel,
        "category": categories_by_id(stamps=stamps).get(case.category_id or 0),
        "urgency": case.urgency,
        "step": case.step,
        "step_title": title_of_step(playbook, case.step),
        "seat_id": case.seat_id,
        "seat_title": title_of_seat(case.seat_id, stamps),
        "due_at": case.due_at,
        "late": is_late(case),
        "status": case.status,
        "result": case.result,
        "result_title": playbook.results.get(case.result, NOTHING),
        "place_id": case.place_id,
        "place_name": place_name(case.scope_path, stamps),
        "area_id": case.area_id,
        "area_name": area.name if area else "",
        "followers": case.followers,
        "grade": case.grade,
        "refusals": case.refusals,
        "returns": case.returns,
        "alarm": case.alarm,
        "placed_at": case.placed_at,
        "local_date": case.local_date,
        "ended_at": case.ended_at,
        "paused": case.paused_at is not None,
        "approver_id": case.approver_id,
        "excluded": case.excluded,
        "lat": case.lat,
        "lng": case.lng,
    }


def is_late(case: Case) -> bool:
    """Whether the promise of an open case has passed (a clock that stands still is not late)."""
    if case.status != "open" or case.due_at is None or case.paused_at is not None:
        return case.late_at is not None and case.status == "open"
    return case.late_at is not None or case.due_at <= clock.now()


def title_of_step(playbook: Playbook, name: str) -> Titled:
    """A step's name in both languages."""
    step = playbook.steps.get(name)
    return step.title if step else NOTHING


def title_of_seat(seat_id: int | None, stamps: Stamps) -> str:
    """A seat as it stands on a plate, in the reader's language."""
    seat = find_seat(seat_id, stamps=stamps) if seat_id is not None else None
    return seat.title if seat else ""


def place_name(scope_path: str, stamps: Stamps) -> str:
    """How people say where it is, down to the building and no further."""
    name = ""
    for ref in scope_path.rstrip("/").split("/"):
        place = find_place(ref, stamps=stamps) if ref else None
        if place is None or place.level in (Level.ROOM, Level.ENTRANCE):
            break
        name = place.full_name
        if place.level is Level.BUILDING:
            break
    return name
