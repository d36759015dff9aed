from pytest_django import DjangoAssertNumQueries

from gongzhi.kernel.actors import SYSTEM
from gongzhi.registry.actions import ensure_person
from gongzhi.registry.queries import find_person_of, get_person, users_of
from tests.world import World


def test_one_person_an_account(world: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    assert find_person_of(world.resident.user_id) is None
    person_id = ensure_person(world.resident.user_id, actor=SYSTEM)
    with django_assert_num_queries(1):
        assert ensure_person(world.resident.user_id, actor=SYSTEM) == person_id
    assert find_person_of(world.resident.user_id) == person_id
    assert get_person(person_id).user_id == world.resident.user_id
    assert users_of([person_id]) == {person_id: world.resident.user_id}
