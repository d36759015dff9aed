"""Lists taken out of the house are in the log."""

import pytest

from gongzhi.accounts.actions import record_export
from gongzhi.accounts.queries import list_records
from tests.world import build_world


@pytest.mark.django_db
def test_says_who_took_what() -> None:
    secretary = build_world().secretary
    record_export("cases", 30, actor=secretary.actor)
    latest = list_records(user_id=secretary.user_id)[0]
    assert latest.kind == "exported-cases-30"
