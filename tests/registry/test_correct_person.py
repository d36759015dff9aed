import pytest

from gongzhi.kernel.errors import Denied, NotFound
from gongzhi.registry.actions import correct_person
from gongzhi.registry.queries import get_own_record, list_looks_at
from tests.world import World


def test_ones_own_name(world: World) -> None:
    person_id, actor = world.resident.person_id, world.resident.actor
    correct_person(person_id, name=" 张 三 ", actor=actor)
    own = get_own_record(actor=actor)
    assert (own.name, own.phone) == ("张 三", world.resident.phone)
    correct_person(person_id, name="", actor=actor)
    assert get_own_record(actor=actor).name == ""


def test_the_office_on_request_is_seen_others_may_not(world: World) -> None:
    person_id = world.resident.person_id
    correct_person(person_id, name="张三", actor=world.administrator.actor)
    assert [look.purpose for look in list_looks_at(actor=world.resident.actor)] == ["own-request"]
    for key in ("neighbour", "secretary", "auditor"):
        with pytest.raises(Denied):
            correct_person(person_id, name="李四", actor=world.people[key].actor)
    with pytest.raises(NotFound):
        correct_person(987654, name="", actor=world.administrator.actor)
