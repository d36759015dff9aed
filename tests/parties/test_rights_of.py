from pytest_django import DjangoAssertNumQueries

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.revision import current_all
from gongzhi.parties.actions import end_holding
from gongzhi.parties.queries import Rights, rights_of
from gongzhi.territory.queries import get_place, list_areas_of
from tests.world import World


def sees(world: World, key: str) -> set[str]:
    """Which entrances' cases somebody sees as such."""
    rights = rights_of(world.people[key].user_id)
    found = set()
    for place in (
        "entrance",
        "first_entrance",
        "next_entrance",
        "unmanaged_entrance",
        "other_entrance",
        "far_entrance",
    ):
        place_id = world.place(place)
        areas = {area.id for area in list_areas_of(place_id)}
        if rights.sees(get_place(place_id).path, areas):
            found.add(place)
    return found


COMMUNITY = {"entrance", "first_entrance", "next_entrance", "unmanaged_entrance"}


def test_each_sees_the_own_ground(world: World) -> None:
    assert sees(world, "entrance_head") == {"entrance"}
    assert sees(world, "grid_leader") == {"entrance", "first_entrance"}
    assert sees(world, "grid1_leader") == sees(world, "secretary") == COMMUNITY
    assert sees(world, "deputy") == sees(world, "duty_desk") == {*COMMUNITY, "other_entrance"}
    assert sees(world, "far_desk") == {"far_entrance"}


def test_parties_outsiders_and_those_who_guard_see_no_ground(world: World) -> None:
    for key in (
        "property_manager",
        "section",
        "self_committee",
        "volunteer",
        "administrator",
        "auditor",
        "resident",
    ):
        assert sees(world, key) == set(), key


def test_a_case_without_place_is_seen_by_its_area(world: World) -> None:
    grid = {world.areas["grid"]}
    assert rights_of(world.secretary.user_id).sees((), grid)
    assert rights_of(world.grid1_leader.user_id).sees((), grid)
    assert not rights_of(world.next_grid_leader.user_id).sees((), grid)


def test_rights_by_seat(world: World) -> None:
    deputy = rights_of(world.deputy.user_id)
    assert deputy.can("supervise") and not deputy.can("configure")
    assert deputy.can_at("supervise", get_place(world.place("entrance")).path)
    assert not deputy.can_at("supervise", get_place(world.place("far_entrance")).path)
    assert rights_of(world.auditor.user_id).posts == {"auditor"}
    assert rights_of(world.property_manager.user_id).organisation_ids == {world.organisations["company"]}
    assert rights_of(world.resident.user_id).is_outsider
    assert rights_of(None).is_outsider


def test_what_a_complaint_hides(world: World) -> None:
    rights = rights_of(world.property_manager.user_id)
    assert rights.blind_to == {world.seat("property_manager")}
    assert rights_of(world.deputy.user_id).blind_to == {world.seat("deputy")}


def test_leaving_takes_the_rights_at_once(world: World) -> None:
    end_holding(world.secretary.holding_id, actor=SYSTEM)
    assert rights_of(world.secretary.user_id).is_outsider


def test_one_query_at_most(world: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    rights_of(world.secretary.user_id)
    with django_assert_num_queries(1):
        rights_of(world.secretary.user_id)
    stamps = current_all()
    with django_assert_num_queries(0):
        found: Rights = rights_of(world.leader.user_id, stamps=stamps)
    assert found.seat_ids == {world.seat("leader")}
