"""How the database is spoken to, from one address."""

import pytest
from django.db import connection

from gongzhi.config.settings import _database


def test_postgresql_does_not_compile_questions_unless_the_address_says_so() -> None:
    assert _database("postgres://a:b@db/x")["OPTIONS"] == {"options": "-c jit=off"}
    said = _database("postgres://a:b@db/x?options=-c%20jit%3Don&sslmode=require")["OPTIONS"]
    assert said == {"options": "-c jit=on", "sslmode": "require"}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a switch of PostgreSQL")
def test_the_connection_knows(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)
