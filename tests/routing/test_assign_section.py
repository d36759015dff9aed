import pytest
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, Invalid, NotFound
from gongzhi.routing.actions import assign_section
from gongzhi.routing.models import SectionDuty
from gongzhi.routing.queries import ReportFacts, decide_path, list_sections


def test_a_duty_changes_hands_and_the_former_stays_on_record(street: World) -> None:
    facts = ReportFacts("小区外垃圾堆成山", "page", place_id=street.place("community"))
    assert decide_path(facts).seat_id == street.seat("section")
    assign_section(
        "city-management", street.organisations["other_department"], actor=street.administrator.actor
    )
    assert decide_path(facts).seat_id == street.seat("other_section")
    assert SectionDuty.objects.filter(duty="city-management").count() == 2


def test_the_nearer_ground_goes_first(street: World) -> None:
    other = street.organisations["other_department"]
    assign_section("city-management", other, place_id=street.place("street"), actor=SYSTEM)
    assert list_sections()["city-management"] == {
        None: street.organisations["department"],
        street.place("street"): other,
    }
    facts = ReportFacts("小区外垃圾堆成山", "page", place_id=street.place("community"))
    assert decide_path(facts).seat_id == street.seat("other_section")


def test_the_same_again_writes_nothing(street: World) -> None:
    before = SectionDuty.objects.count()
    assign_section("safety", street.organisations["department"], actor=SYSTEM)
    assert SectionDuty.objects.count() == before


def test_refusals(street: World) -> None:
    with pytest.raises(Denied):
        assign_section("safety", street.organisations["department"], actor=street.resident.actor)
    with pytest.raises(Invalid):
        assign_section("安全", street.organisations["department"], actor=SYSTEM)
    with pytest.raises(NotFound):
        assign_section("safety", 999_999, actor=SYSTEM)
