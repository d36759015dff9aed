"""Who calls: only by a token. A browser that staff have signed in with is nobody here, however long ago."""

import pytest
from django.test import Client

from gongzhi.accounts.queries import idle_limit
from gongzhi.kernel import clock
from tests.architecture.addresses import parts_of, path_of
from tests.architecture.permissions import read_table
from tests.world import World

OPEN_TO_ALL = frozenset({"/api/v1/openapi.json"})
NOTHING_THERE = frozenset({"/api/v1/", "/api/v1/{rest}"})


@pytest.mark.django_db
@pytest.mark.parametrize("idle", [False, True])
def test_a_session_is_nobody_here(world: World, idle: bool) -> None:
    """So no session is left open here by being away: there is none to leave."""
    with clock.frozen(clock.now()) as now:
        browser = world.sign_in(Client(raise_request_exception=False), "secretary")
        if idle:
            now.advance(idle_limit(world.secretary.user) * 2)
        rows = [row for row in read_table().values() if row.address.startswith("/api/")]
        asked = [row for row in rows if row.address not in OPEN_TO_ALL | NOTHING_THERE]
        answers = {}
        for row in asked:
            path = path_of(row.address, dict.fromkeys(parts_of(row.address), "100000000007"))
            send = browser.get if row.method == "GET" else browser.post
            answers[row.key] = send(path).status_code
        assert len(answers) > 10
        assert set(answers.values()) == {401}, answers
