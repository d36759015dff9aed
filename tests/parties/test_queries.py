from datetime import timedelta

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.actions import NewHolding, NewLeave, appoint, end_holding, plan_leave
from gongzhi.parties.queries import (
    get_holding,
    get_organisation,
    get_seat,
    is_blinded,
    list_holdings_of,
    list_leaves_of,
    list_organisations,
    list_posts,
    list_seats,
    list_seats_of,
    list_users_of,
    list_vacant_seats,
    may_act_in,
    shadow_of,
    who_is,
)
from tests.world import World


def test_a_seat_says_what_it_is_in_both_languages(world: World) -> None:
    seat = get_seat(world.seat("secretary"))
    with translation.override("zh-hans"):
        assert seat.title == "柳荫社区社区书记" and seat.post_title == "社区书记"
    with translation.override("en"):
        assert seat.title == "柳荫社区 Community secretary"
    assert get_seat(seat.ref) == seat
    assert get_seat(world.seat("property_manager")).ground_name == "安苑物业公司"
    with pytest.raises(NotFound):
        get_seat(987654)


def test_seats_by_ground_and_post(world: World) -> None:
    found = list_seats(posts=["grid-leader-2"], within=world.place("street"))
    keys = ("grid_leader", "next_grid_leader", "other_grid_leader")
    assert {seat.id for seat in found} == {world.seat(key) for key in keys}
    company = list_seats(organisation_id=world.organisations["company"])
    assert [seat.id for seat in company] == [world.seat("property_manager")]
    assert len(list_posts()) > 25


def test_my_seats_include_those_i_stand_in_for(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    today = clock.today()
    leave = NewLeave(
        world.grid_leader.holding_id,
        today,
        today + timedelta(days=3),
        world.next_grid_leader.user_id,
    )
    plan_leave(leave, actor=world.grid_leader.actor)
    mine = {world.seat("next_grid_leader")}
    both = mine | {world.seat("grid_leader")}
    user_id = world.next_grid_leader.user_id
    list_seats_of(user_id)
    with django_assert_max_num_queries(2):
        assert {seat.id for seat in list_seats_of(user_id)} == both
    assert {seat.id for seat in list_seats_of(user_id, today + timedelta(days=3))} == mine
    assert may_act_in(world.seat("grid_leader"), world.grid_leader.user_id)
    assert list_users_of(world.seat("grid_leader")) == (user_id,)
    assert who_is(world.seat("grid_leader")).stands_in
    assert [one.stand_in_name for one in list_leaves_of(world.grid_leader.user_id)] == ["荫网格"]


def test_nobody_is_said_plainly(world: World) -> None:
    assert not list_vacant_seats()
    end_holding(world.deputy.holding_id, actor=SYSTEM)
    assert who_is(world.seat("deputy")).nobody
    assert [seat.id for seat in list_vacant_seats()] == [world.seat("deputy")]


def test_certificates_and_history_of_a_seat(world: World) -> None:
    end_holding(world.deputy.holding_id, actor=SYSTEM)
    appoint(NewHolding(world.seat("deputy"), world.neighbour.user_id, name="新分管"), actor=SYSTEM)
    held = list_holdings_of(world.seat("deputy"))
    assert [one.name for one in held] == ["新分管", "傅分管"]
    assert get_holding(held[0].ref) == held[0]
    with pytest.raises(NotFound):
        get_holding("000000000000")


def test_a_complaint_blinds_seat_people_and_organisation(world: World) -> None:
    about = world.seat("property_manager")
    assert is_blinded(about, seat_id=about)
    assert is_blinded(about, user_id=world.property_manager.user_id)
    assert not is_blinded(about, user_id=world.secretary.user_id, seat_id=world.seat("secretary"))
    assert not is_blinded(None, seat_id=about)
    assert shadow_of(about).users == {world.property_manager.user_id}


def test_a_stand_in_still_to_come_is_blinded_too(world: World) -> None:
    later = clock.today() + timedelta(days=9)
    leave = NewLeave(
        world.secretary.holding_id, later, later + timedelta(days=1), world.other_secretary.user_id
    )
    plan_leave(leave, actor=SYSTEM)
    assert is_blinded(world.seat("secretary"), user_id=world.other_secretary.user_id)


def test_organisations(world: World) -> None:
    street = world.place("street")
    assert [one.name for one in list_organisations(kind="department", within=street)] == ["城管科", "民政科"]
    assert get_organisation(world.organisations["department"]).answers_to_id == world.seat("deputy")
    with pytest.raises(NotFound):
        get_organisation(987654)
