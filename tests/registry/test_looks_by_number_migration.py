"""Undoing the migration that made a number typed in a look: nothing of the audit trail is lost."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from gongzhi.registry.actions import find_caller, open_contact
from gongzhi.registry.models import Look
from tests.world import World

BEFORE, AFTER = "0001_initial", "0002_looks_by_number"
ASIDE = "registry_look_set_aside"
UNKNOWN = "13800009999"
KEPT = ("actor_id", "seat_id", "person_id", "way", "purpose", "case_ref", "at")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def after() -> Iterator[None]:
    """However it ends, the table is as the code expects it."""
    yield
    call_command("migrate", "registry", AFTER, verbosity=0)


def looks_kept() -> list[tuple[object, ...]]:
    return sorted(Look.objects.values_list(*KEPT), key=str)


def ask(said: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(said)
        return list(cursor.fetchall())


def look_in_every_way(world: World) -> None:
    open_contact(world.resident.person_id, purpose="call-back", actor=world.grid_leader.actor)
    find_caller(world.resident.phone, purpose="tell-result", actor=world.duty_desk.actor)
    find_caller(UNKNOWN, purpose="call-back", actor=world.duty_desk.actor)


def test_no_look_is_lost_there_and_back(world: World, after: None) -> None:
    look_in_every_way(world)
    kept = looks_kept()
    assert [row[3] for row in kept if row[2] is None] == ["number"]
    call_command("migrate", "registry", BEFORE, verbosity=0)
    assert len(ask("SELECT person_id FROM registry_look WHERE person_id IS NOT NULL")) == 2
    assert len(ask(f"SELECT id FROM {ASIDE} WHERE person_id IS NULL")) == 1
    call_command("migrate", "registry", AFTER, verbosity=0)
    assert looks_kept() == kept
    assert ASIDE not in connection.introspection.table_names()


def test_what_was_looked_at_meanwhile_stays_what_it_was(world: World, after: None) -> None:
    look_in_every_way(world)
    kept = looks_kept()
    call_command("migrate", "registry", BEFORE, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO registry_look (actor_id, seat_id, person_id, purpose, case_ref, at)"
            " SELECT actor_id, seat_id, person_id, 'audit', 'MEANWHILE', at FROM registry_look"
            " WHERE purpose = 'call-back'"
        )
    call_command("migrate", "registry", AFTER, verbosity=0)
    (meanwhile,) = Look.objects.filter(case_ref="MEANWHILE")
    assert (meanwhile.way, meanwhile.purpose) == ("contact", "audit")
    assert sorted((row for row in looks_kept() if row[5] != "MEANWHILE"), key=str) == kept


def test_with_no_look_at_all_it_goes_there_and_back(after: None) -> None:
    for wanted in (BEFORE, AFTER):
        call_command("migrate", "registry", wanted, verbosity=0)
    assert ("registry", AFTER) in MigrationRecorder(connection).applied_migrations()
    assert not Look.objects.exists()
