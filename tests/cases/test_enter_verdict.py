"""Somebody else asks and writes the answer down; never whoever did or typed the case."""

import pytest

from gongzhi.cases.actions import enter_verdict, place_case
from gongzhi.cases.models import Verdict
from gongzhi.cases.rules.refusals import CaseNotFound, MayNotJudge, NotAsked, NotYours, OutcomeNotOpen
from tests.cases.playing import flaws, lamp_categories, order, placed, row, settle
from tests.world import World


def test_enter_verdict_by_telephone_is_a_class_of_its_own(world: World) -> None:
    case = placed(world)
    with pytest.raises(OutcomeNotOpen):
        enter_verdict(case.ref, "staff-phone", True, actor=world.duty_desk.actor)
    settle(world, case)
    enter_verdict(case.ref, "staff-phone", True, actor=world.duty_desk.actor)
    verdict = Verdict.objects.get(case=row(case))
    assert (verdict.source, verdict.person_id) == ("staff-phone", world.resident.person_id)
    assert row(case).result == "solved" and not flaws()


def test_enter_verdict_refuses_whoever_did_or_typed_it(world: World) -> None:
    case = placed(world)
    settle(world, case)
    for key, refusal in (("grid_leader", NotYours), ("neighbour", CaseNotFound), ("far_desk", NotYours)):
        with pytest.raises(refusal):
            enter_verdict(case.ref, "staff-phone", True, actor=world.people[key].actor)
    done = placed(world, routed_seat_id=world.seat("secretary"))
    settle(world, done, world.secretary)
    with pytest.raises(MayNotJudge):
        enter_verdict(done.ref, "city", True, actor=world.secretary.actor)
    typed = place_case(order(world, typed=True, channel="window"), actor=world.duty_desk.actor)
    settle(world, typed)
    with pytest.raises(MayNotJudge):
        enter_verdict(typed.ref, "staff-phone", True, actor=world.duty_desk.actor)
    enter_verdict(typed.ref, "city", False, actor=world.secretary.actor, reason="not-done")
    assert row(typed).refusals == 1


def test_a_common_matter_is_closed_by_the_residents_own_committee(world: World) -> None:
    lamp_categories()
    own = placed(world, category="own-pipe")
    common = placed(world, category="lamp")
    for case in (own, common):
        settle(world, case)
    with pytest.raises(NotYours):
        enter_verdict(own.ref, "self-government", True, actor=world.self_committee.actor)
    with pytest.raises(NotAsked):
        enter_verdict(common.ref, "resident", True, actor=world.duty_desk.actor)
    enter_verdict(common.ref, "self-government", True, actor=world.self_committee.actor)
    assert row(common).result == "solved"
