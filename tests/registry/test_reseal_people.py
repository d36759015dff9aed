"""reseal_people: names and numbers lie under the present key."""

from pathlib import Path

from django.db import connection
from pytest_django import Settings

from gongzhi.kernel import crypto
from gongzhi.kernel.actors import SYSTEM
from gongzhi.registry.actions import correct_person, reseal_people
from gongzhi.registry.models import Person
from tests.world import World


def test_names_and_numbers_lie_under_the_present_key(
    settings: Settings, tmp_path: Path, world: World
) -> None:
    person = world.resident.person_id
    correct_person(person, name="田实验", actor=world.resident.actor)
    place = tmp_path / "keys.json"
    place.write_bytes(Path(settings.GONGZHI_KEYS).read_bytes())
    settings.GONGZHI_KEYS = place
    new = crypto.rotate()
    assert reseal_people(actor=SYSTEM) == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM registry_person WHERE id = %s", [person])
        assert crypto.sealed_with(cursor.fetchone()[0]) == new
    assert Person.objects.get(pk=person).name == "田实验"
