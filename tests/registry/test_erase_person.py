import pytest

from gongzhi.accounts.queries import find_resident_by_phone
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, NotFound
from gongzhi.registry.actions import correct_person, erase_person, open_contact
from gongzhi.registry.actions.erase_person import StillSeated
from gongzhi.registry.models import Look, Person
from gongzhi.registry.queries import find_person_by_phone, get_own_record, get_person
from tests.world import World


def test_a_tombstone_stays_and_so_do_the_looks(world: World) -> None:
    person_id, actor = world.resident.person_id, world.resident.actor
    correct_person(person_id, name="张三", actor=actor)
    open_contact(person_id, purpose="danger", actor=world.duty_desk.actor)
    erase_person(person_id, actor=actor)
    row = Person.objects.get(pk=person_id)
    assert (row.name, row.phone, row.phone_hash) == (None, None, None)
    assert get_person(person_id).erased
    assert find_resident_by_phone(world.resident.phone) is None
    assert find_person_by_phone(world.resident.phone) is None
    assert Look.objects.filter(person=row).count() == 1
    with pytest.raises(NotFound):
        erase_person(person_id, actor=SYSTEM)


def test_whoever_holds_a_post_gives_it_back_first(world: World) -> None:
    with pytest.raises(StillSeated):
        erase_person(world.entrance_head.person_id, actor=world.entrance_head.actor)


def test_others_may_not(world: World) -> None:
    for key in ("neighbour", "secretary", "auditor", "leader"):
        with pytest.raises(Denied):
            erase_person(world.resident.person_id, actor=world.people[key].actor)
    with pytest.raises(NotFound):
        get_own_record(actor=world.neighbour.actor)
