import pytest
from pytest_django import DjangoAssertNumQueries

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all
from gongzhi.parties.actions import NewHolding, NewLeave, appoint, close_seat, end_holding, plan_leave
from gongzhi.parties.queries import get_seat, resolve_post, who_is
from gongzhi.parties.queries.resolving import NoDutyDesk
from gongzhi.parties.rules.posts import UnknownPost
from gongzhi.territory.actions import cover_places
from tests.world import LONG_AGO, World


@pytest.mark.parametrize(
    ("post", "place", "key"),
    [
        ("entrance-head", "entrance", "entrance_head"),
        ("grid-leader-2", "entrance", "grid_leader"),
        ("grid-leader-2", "next_entrance", "next_grid_leader"),
        ("grid-leader-2", "unmanaged", "next_grid_leader"),
        ("grid-leader-2", "far_entrance", "far_staff"),
        ("grid-leader-1", "entrance", "grid1_leader"),
        ("community-secretary", "entrance", "secretary"),
        ("community-secretary", "other_entrance", "other_secretary"),
        ("property-manager", "entrance", "property_manager"),
        ("property-manager", "unmanaged_entrance", "self_committee"),
        ("deputy-leader", "entrance", "deputy"),
        ("duty-desk", "far_entrance", "far_desk"),
        ("administrator", "entrance", "administrator"),
    ],
)
def test_upward_from_the_place(world: World, post: str, place: str, key: str) -> None:
    found = resolve_post(post, world.place(place))
    assert (found.id, found.fallback) == (world.seat(key), False)


def test_no_entrance_head_means_the_duty_desk_of_that_street(world: World) -> None:
    near = resolve_post("entrance-head", world.place("first_entrance"))
    far = resolve_post("entrance-head", world.place("far_entrance"))
    assert (near.id, near.fallback) == (world.seat("duty_desk"), True)
    assert (far.id, far.fallback) == (world.seat("far_desk"), True)


def test_a_department_is_named_by_its_organisation_and_led_by_its_deputy(world: World) -> None:
    place = world.place("entrance")
    department = world.organisations["department"]
    assert resolve_post("section", place, organisation_id=department).id == world.seat("section")
    assert resolve_post("deputy-leader", place, organisation_id=department).id == world.seat("deputy")
    assert resolve_post("section", place).fallback


def test_a_seat_nobody_holds_is_passed_over_at_once(world: World) -> None:
    end_holding(world.grid_leader.holding_id, actor=SYSTEM)
    found = resolve_post("grid-leader-2", world.place("entrance"))
    assert found.id == world.seat("grid1_leader")
    assert found.vacant_id == world.seat("grid_leader")
    appoint(NewHolding(world.seat("grid_leader"), world.neighbour.user_id, name="新来的"), actor=SYSTEM)
    assert resolve_post("grid-leader-2", world.place("entrance")).id == world.seat("grid_leader")


def test_an_edit_of_the_ground_counts_at_once(world: World) -> None:
    assert resolve_post("grid-leader-2", world.place("next_entrance")).id == world.seat("next_grid_leader")
    cover_places(world.areas["grid"], [world.place("next_building")], move_over=True, actor=SYSTEM)
    assert resolve_post("grid-leader-2", world.place("next_entrance")).id == world.seat("grid_leader")


def test_whoever_is_complained_of_is_passed_over(world: World) -> None:
    about = world.seat("grid_leader")
    found = resolve_post("grid-leader-2", world.place("entrance"), about_seat_id=about)
    assert found.id == world.seat("grid1_leader")
    company = world.seat("property_manager")
    found = resolve_post("property-manager", world.place("entrance"), about_seat_id=company)
    assert (found.id, found.fallback) == (world.seat("duty_desk"), True)


def test_a_report_without_place_still_finds_hands(world: World) -> None:
    for place_id in (None, world.place("district")):
        found = resolve_post("grid-leader-2", place_id)
        assert (found.post, found.fallback) == ("duty-desk", True)
    with pytest.raises(UnknownPost):
        resolve_post("king", None)


def test_without_any_desk_the_set_up_is_at_fault(world: World) -> None:
    for key in ("far_desk", "far_secretary"):
        close_seat(world.seat(key), actor=SYSTEM)
    with pytest.raises(NoDutyDesk):
        resolve_post("community-secretary", world.place("far_entrance"))


def test_no_query_once_the_stamps_are_known(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    stamps = current_all()
    place = world.place("entrance")
    resolve_post("grid-leader-2", place, stamps=stamps)
    with django_assert_num_queries(0):
        for post in ("grid-leader-2", "community-secretary", "property-manager"):
            found = resolve_post(post, place, stamps=stamps)
            who_is(found.id, stamps=stamps)
            get_seat(found.id, stamps=stamps)
    with django_assert_num_queries(1):
        resolve_post("grid-leader-2", place)


def test_a_stand_in_keeps_the_seat_answering(world: World) -> None:
    leave = NewLeave(
        world.grid_leader.holding_id, LONG_AGO, LONG_AGO.replace(year=2099), world.next_grid_leader.user_id
    )
    plan_leave(leave, actor=SYSTEM)
    found = resolve_post("grid-leader-2", world.place("entrance"))
    assert found.id == world.seat("grid_leader")
    assert who_is(found.id).user_id == world.next_grid_leader.user_id
