"""A report can be found by whoever is about to say the same, and no longer when its words are gone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.world import World

from gongzhi.cases.actions import erase_words, withdraw_case
from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import ReportDraft, Spot
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.routing.actions import trace_addresses, trace_report, trace_reports
from gongzhi.routing.models import Trace
from gongzhi.routing.queries import find_same_matter
from gongzhi.territory.queries import get_place

LAMP = "三层楼道灯不亮，摸黑上楼"


def report(world: World, key: str, words: str = LAMP, place: str = "entrance") -> str:
    draft = ReportDraft(f"trace-of-{key}", words, spot=Spot(place_ref=get_place(world.place(place)).ref))
    ref = submit_report(draft, actor=world.resident.actor).case_ref
    assert ref
    drain()
    return ref


def marks(ref: str) -> set[str]:
    return set(Trace.objects.filter(case__ref=ref).values_list("mark", flat=True))


def test_leaves_marks_on_the_estate_once(street: World) -> None:
    ref = report(street, "lamp")
    left = marks(ref)
    assert {"#lamp", "#dark", "楼道"} <= left
    assert set(Trace.objects.values_list("ground_id", flat=True)) == {street.place("estate")}
    assert trace_report(ref, actor=SYSTEM) == len(left)
    assert marks(ref) == left
    assert trace_report(ref, actor=street.resident.actor) == 0
    assert trace_reports([], actor=street.resident.actor) == 0


def test_erased_words_leave_nothing(street: World) -> None:
    ref = report(street, "erased")
    case_id = Trace.objects.values_list("case_id", flat=True)[0]
    trace_addresses([(case_id, "翠苑小区三号楼")], actor=SYSTEM)
    assert "翠苑" in marks(ref)
    erase_words(ref, 1, actor=street.resident.actor)
    drain()
    assert marks(ref) == set()
    assert find_same_matter(LAMP, street.place("entrance")) == ()


def test_an_ended_case_leaves_nothing_when_its_words_go(street: World) -> None:
    ref = report(street, "ended")
    withdraw_case(ref, actor=street.resident.actor)
    drain()
    assert find_same_matter(LAMP, street.place("entrance")) == ()
    trace_report(ref, actor=SYSTEM)
    assert marks(ref) == set()


def test_an_address_that_led_nowhere_stays_beside_the_words(street: World) -> None:
    draft = ReportDraft("nowhere-0001", LAMP, spot=Spot(address="金星大厦后身"), channel="phone")
    ref = submit_report(draft, actor=street.grid_leader.actor).case_ref
    assert ref and {"金星", "大厦"} <= marks(ref)
    drain()
    assert {"金星", "#lamp"} <= marks(ref)


@pytest.mark.parametrize("words", ["", "好", "👍👍👍", "A" * 3000, "a\x00b" * 10, "' OR 1=1; --", "電梯壞了"])
def test_any_text_may_be_asked_about(street: World, words: str) -> None:
    report(street, "lamp")
    with CaptureQueriesContext(connection) as asked:
        assert len(find_same_matter(words, street.place("entrance"))) <= 3
    assert len(asked) <= 8
