"""The same matter is joined, not sent twice; nobody is forgotten."""

import pytest

from gongzhi.cases.actions import ForeignOrder, join_case, place_case
from gongzhi.cases.models import Link, Party
from gongzhi.cases.rules.refusals import CannotJoin, CaseNotFound
from gongzhi.kernel import clock
from tests.cases.playing import HOUR, flaws, order, placed, row, settle
from tests.world import World


def again(world: World, **changes: object) -> str:
    new = order(world, reporter_id=world.neighbour.person_id, **changes)
    return place_case(new, actor=world.neighbour.actor).ref


def test_join_case_keeps_the_people_and_the_deadline(world: World) -> None:
    """Trap 17: a joined reporter stays a follower and is asked to confirm."""
    first = placed(world)
    due = clock.now() + HOUR
    ref = again(world, mandate=ForeignOrder("12345", "HX-2", clock.now(), due))
    join_case(ref, first.ref, actor=world.grid_leader.actor)
    assert (row(ref).status, row(ref).result) == ("ended", "joined")
    target = row(first)
    assert (target.followers, target.due_at) == (1, due)
    assert Link.objects.get().to_case_id == first.id
    settle(world, first)
    assert Party.objects.get(case=target, person_id=world.neighbour.person_id).asked_round == 1
    assert not flaws()


def test_join_case_refuses(world: World) -> None:
    first = placed(world)
    ref = again(world)
    with pytest.raises(CannotJoin):
        join_case(ref, ref, actor=world.grid_leader.actor)
    with pytest.raises(CaseNotFound):
        join_case(ref, first.ref, actor=world.neighbour.actor)
    complaint = again(world, about_seat_id=world.seat("property_manager"))
    with pytest.raises(CannotJoin):
        join_case(complaint, first.ref, actor=world.grid_leader.actor)
