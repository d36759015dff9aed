import pytest

from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied, NotFound
from gongzhi.registry.actions import erase_person, open_contact
from gongzhi.registry.models import Look
from gongzhi.registry.queries import list_looks_at, list_looks_by
from gongzhi.registry.rules import PurposeNeeded
from tests.world import World


def test_the_person_sees_post_purpose_and_time_never_the_name(world: World) -> None:
    person_id = world.resident.person_id
    contact = open_contact(
        person_id, purpose="call-back", case_ref="482109375516", actor=world.grid_leader.actor
    )
    assert contact.phone == world.resident.phone
    (look,) = list_looks_at(actor=world.resident.actor)
    assert (look.purpose, look.case_ref, look.actor_id) == ("call-back", "482109375516", None)
    assert look.post_name is not None and look.post_name.zh == "二级网格长"
    assert not list_looks_at(actor=world.neighbour.actor)
    assert not list_looks_at(actor=VISITOR)


def test_the_auditor_alone_reads_who(world: World) -> None:
    open_contact(world.resident.person_id, purpose="danger", actor=world.duty_desk.actor)
    (look,) = list_looks_by(actor=world.auditor.actor)
    assert look.actor_id == world.duty_desk.user_id
    assert list_looks_by(actor=world.auditor.actor, person_ref=look.person_ref) == (look,)
    for key in ("administrator", "leader", "resident"):
        with pytest.raises(NotFound):
            list_looks_by(actor=world.people[key].actor)


def test_no_look_without_right_and_purpose(world: World) -> None:
    person_id = world.resident.person_id
    for key in ("entrance_head", "property_manager", "administrator", "auditor", "leader", "neighbour"):
        with pytest.raises(Denied):
            open_contact(person_id, purpose="call-back", actor=world.people[key].actor)
    for purpose in ("", "curious", "own-request"):
        with pytest.raises(PurposeNeeded):
            open_contact(person_id, purpose=purpose, actor=world.secretary.actor)
    assert not Look.objects.exists()


def test_nothing_is_left_to_open_of_an_erased_person(world: World) -> None:
    person_id = world.resident.person_id
    erase_person(person_id, actor=SYSTEM)
    with pytest.raises(NotFound):
        open_contact(person_id, purpose="call-back", actor=world.secretary.actor)


def test_looks_are_insert_only(world: World) -> None:
    open_contact(world.resident.person_id, purpose="danger", actor=world.duty_desk.actor)
    look = Look.objects.get()
    for change in (look.save, look.delete):
        with pytest.raises(TypeError):
            change()
