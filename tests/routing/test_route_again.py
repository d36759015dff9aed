"""Given back without naming another: routing is asked again before the duty desk has it."""

from importlib.resources import files

import pytest
from tests.world import World

from gongzhi.cases.actions import Filing, change_category, take_outcome
from gongzhi.cases.models import Case
from gongzhi.cases.queries import verify_cases
from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import ReportDraft, Spot
from gongzhi.parties.actions import end_holding
from gongzhi.playbooks.actions import publish_version
from gongzhi.playbooks.queries import list_playbooks
from gongzhi.routing.queries import list_decisions
from gongzhi.territory.queries import get_place

LIBRARY = files("gongzhi.playbooks") / "library"


@pytest.fixture
def bare(street: World) -> str:
    """A street's own method whose return asks for a reason only."""
    text = (LIBRARY / "one-lead-four-orders.yaml").read_text("utf-8")
    text = text.replace("one-lead-four-orders", "bare-return").replace("reason, whose", "reason")
    return publish_version(text, actor=street.administrator.actor).name


def reported(street: World, playbook: str = "", words: str = "三层楼道灯不亮") -> Case:
    spot = Spot(place_ref=get_place(street.place("entrance")).ref)
    draft = ReportDraft("given-back-1", words, spot=spot, playbook=playbook)
    return Case.objects.get(ref=submit_report(draft, actor=street.resident.actor).case_ref)


def give_back(case: Case, by: str, street: World, whose: int | None = None) -> Case:
    filing = Filing(reason="不归我办", whose=whose)
    take_outcome(case.ref, "return", actor=street.people[by].actor, filing=filing)
    case.refresh_from_db()
    return case


def test_what_is_known_by_now_leads_to_other_hands(street: World, bare: str) -> None:
    case = reported(street, bare)
    assert case.seat_id == street.seat("grid_leader")
    change_category(case.ref, "neighbour-noise", "是邻居吵闹", actor=street.duty_desk.actor)
    case = give_back(case, "grid_leader", street)
    assert case.seat_id == case.routed_seat_id == street.seat("secretary")
    assert (case.alarm, case.returns) == ("", 1)
    again, first = list_decisions(case.pk)
    assert (first.path, again.path, again.desk) == ("9", "10", "")
    assert again.reason.zh.startswith(
        "退回后重新派单，不再派给经办过的岗位：类别“邻里矛盾与噪声扰民”（已认定）"
    )
    assert again.reason.en.startswith("given back and asked again")
    assert not list(verify_cases())


def test_nobody_who_has_had_it_gets_it_again(street: World, bare: str) -> None:
    case = give_back(reported(street, bare), "grid_leader", street)
    assert (case.seat_id, case.alarm) == (street.seat("duty_desk"), "unrouted")
    assert [one.desk for one in list_decisions(case.pk)] == ["no-path", ""]
    assert "没有一条路径适用，转值班台" in list_decisions(case.pk)[0].reason.zh


def test_the_third_return_goes_to_the_deputy_leader_unasked(street: World, bare: str) -> None:
    case = reported(street, bare)
    change_category(case.ref, "neighbour-noise", "是邻居吵闹", actor=street.duty_desk.actor)
    for by in ("grid_leader", "secretary", "duty_desk"):
        case = give_back(case, by, street)
    assert (case.seat_id, case.returns) == (street.seat("deputy"), 3)
    assert len(list_decisions(case.pk)) == 3


def test_a_named_owner_is_taken_at_their_word(street: World) -> None:
    case = give_back(reported(street), "grid_leader", street, whose=street.seat("section"))
    assert case.seat_id == street.seat("section")
    assert len(list_decisions(case.pk)) == 1


def test_a_named_seat_in_which_nobody_acts_names_nobody(street: World) -> None:
    case = reported(street)
    change_category(case.ref, "neighbour-noise", "是邻居吵闹", actor=street.duty_desk.actor)
    end_holding(street.section.holding_id, actor=street.administrator.actor)
    case = give_back(case, "grid_leader", street, whose=street.seat("section"))
    assert (case.seat_id, case.alarm) == (street.seat("secretary"), "")
    assert len(list_decisions(case.pk)) == 2


def test_every_method_of_the_library_names_whose_it_is(street: World) -> None:
    """Bouncing: the returner names whose it is. Only a street's own method may leave it open."""
    returns = [
        outcome
        for version in list_playbooks()
        for step in version.playbook.steps.values()
        for outcome in step.outcomes.values()
        if outcome.to == "route"
    ]
    assert len(returns) >= 4
    assert all("whose" in outcome.needs for outcome in returns)
