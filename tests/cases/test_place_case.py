"""Placing a case: one go, an owner, a promise, a whole history, few queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.cases.actions import ForeignOrder, NewCase, place_case
from gongzhi.cases.models import Case, Event, Evidence, Mandate, Party, Remark, StepRun
from gongzhi.cases.rules.refusals import MandateTaken, WordsMissing
from gongzhi.kernel import clock
from tests.cases.playing import DAY, MONDAY, flaws, order, photo, placed, row
from tests.world import World


def test_place_case_gives_it_to_the_routed_seat_with_a_promise(world: World) -> None:
    with clock.frozen(MONDAY):
        case = row(placed(world))
    assert (case.step, case.seat_id, case.status) == ("accept", world.seat("grid_leader"), "open")
    assert case.due_at is not None and case.wake_at == case.due_at
    assert [e.kind for e in Event.objects.filter(case=case).order_by("seq")] == [
        "placed",
        "entered",
        "took",
        "entered",
    ]
    assert Remark.objects.get(case=case).text.startswith("3号楼")
    assert Party.objects.get(case=case).role == "reporter"
    assert StepRun.objects.filter(case=case, ended_at=None).count() == 1
    assert not flaws()


def work_of(new: NewCase, world: World) -> list[str]:
    """The statements of one placing; the playbook is read once a process and not counted."""
    with CaptureQueriesContext(connection) as seen:
        place_case(new, actor=world.resident.actor)
    return [q["sql"] for q in seen if "SAVEPOINT" not in q["sql"] and "playbooks_version" not in q["sql"]]


def test_place_case_needs_few_queries(world: World) -> None:
    placed(world)
    new = order(world, photos=(photo(),))
    assert len(work_of(new, world)) <= 11


def test_place_case_without_photos_needs_nine_queries_at_most(world: World) -> None:
    placed(world)
    new = order(world)
    assert len(work_of(new, world)) <= 9


def test_place_case_refuses_nothing_said_and_a_foreign_number_twice(world: World) -> None:
    with pytest.raises(WordsMissing):
        placed(world, words="  ")
    foreign = ForeignOrder("12345", "HX-1", clock.now(), clock.now() + DAY)
    first = placed(world, mandate=foreign)
    with pytest.raises(MandateTaken) as refused:
        placed(world, mandate=foreign)
    assert refused.value.facts["ref"] == first.ref
    assert Mandate.objects.count() == 1 and Case.objects.count() == 1
    assert row(first).mandate_due == foreign.due_at


def test_place_case_keeps_photos_as_evidence(world: World) -> None:
    case = placed(world, photos=(photo(), photo()))
    assert Evidence.objects.filter(case__ref=case.ref, kind="before-photo").count() == 2
    assert not flaws()
