"""What somebody who rings has reported: for the posts that answer calls, on their ground."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.cases.actions import second_case
from gongzhi.cases.queries import list_cases_of_caller
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from tests.cases.playing import placed
from tests.world import World


def test_lists_what_they_reported_and_follow_the_newest_first(world: World) -> None:
    first = placed(world)
    second = placed(world, reporter_id=world.neighbour.person_id)
    second_case(second.ref, world.resident.person_id, actor=world.resident.actor)
    person_id, desk = world.resident.person_id, world.duty_desk.actor
    list_cases_of_caller(desk, person_id)  # what is remembered of the configuration
    with CaptureQueriesContext(
        connection,
    ) as asked:
        rows = list_cases_of_caller(desk, person_id)
    assert {row.ref for row in rows} == {first.ref, second.ref}
    assert len(asked) <= 8
    assert [row.ref for row in list_cases_of_caller(desk, world.neighbour.person_id)] == [second.ref]


def test_nothing_of_other_ground_nor_about_the_asker(world: World) -> None:
    placed(world)
    placed(world, about_seat_id=world.seat("hotline_clerk"))
    person_id = world.resident.person_id
    assert not list_cases_of_caller(world.far_desk.actor, person_id)
    assert len(list_cases_of_caller(world.duty_desk.actor, person_id)) == 2
    assert len(list_cases_of_caller(world.hotline_clerk.actor, person_id)) == 1


@pytest.mark.parametrize("key", ["resident", "grid_leader", "secretary", "leader", "auditor"])
def test_is_not_there_for_others(world: World, key: str) -> None:
    with pytest.raises(NotFound):
        list_cases_of_caller(world.people[key].actor, world.resident.person_id)
    with pytest.raises(NotFound):
        list_cases_of_caller(SYSTEM, world.resident.person_id)
