"""gongzhi keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from gongzhi.accounts.queries import find_resident_by_phone, get_phone
from gongzhi.kernel import crypto
from tests.cli.calling import run
from tests.world import World


@pytest.fixture(autouse=True)
def own_ring(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Rotating must not touch the ring of other tests."""
    settings.GONGZHI_KEYS = tmp_path / "keys.json"
    yield


@pytest.mark.django_db
def test_listed_and_rotated_without_showing_a_key() -> None:
    assert run("keys", "list") == {"current": "k1", "keys": "k1"}
    assert run("keys", "rotate") == {"current": "k2", "keys": "k1, k2"}


def test_sealed_again_under_the_new_key(world: World) -> None:
    assert world.neighbour.person_id
    run("keys", "rotate")
    assert find_resident_by_phone(world.resident.phone)
    assert run("keys", "reseal")["accounts"] >= 5
    assert run("keys", "reseal")["accounts"] == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone, phone_hash FROM accounts_user WHERE phone IS NOT NULL")
        for sealed, hashed in cursor.fetchall():
            assert crypto.sealed_with(sealed) == "k2" and len(hashed) == 64
    assert get_phone(world.resident.user_id) == world.resident.phone
    assert crypto.keyed_hash(world.resident.phone, purpose="accounts.phone")[1] == "k2"
    assert find_resident_by_phone(world.resident.phone)
