import pytest

from gongzhi.accounts.rules import BadPhone
from gongzhi.registry.actions import note_caller
from gongzhi.registry.models import Person
from gongzhi.registry.queries import get_person, list_people
from gongzhi.registry.rules import BadName
from tests.world import World


def test_the_caller_is_known_by_the_phone_and_masked(world: World) -> None:
    clerk = world.hotline_clerk.actor
    person_id = note_caller("138 0000 7777", name="王小明", actor=clerk)
    assert note_caller("13800007777", name="王大明", actor=clerk) == person_id
    facts = get_person(person_id)
    assert facts.name_masked == "王**" and "小明" not in repr(facts)
    assert Person.objects.get(pk=person_id).name == "王小明"
    assert list_people([person_id, 987654]) == {person_id: facts}


def test_what_is_no_phone_or_no_name(world: World) -> None:
    with pytest.raises(BadPhone):
        note_caller("12", actor=world.hotline_clerk.actor)
    with pytest.raises(BadName):
        note_caller("13800007777", name="长" * 61, actor=world.hotline_clerk.actor)
