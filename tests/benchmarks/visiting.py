"""Reading pages as the people of the street do, in this process."""

import random
import time
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongzhi.accounts.models import User
from gongzhi.cases.queries import CaseFilter, list_cases_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor

BOARD, CASE, LIST = "workbench", "case page", "list page"
CASES_EACH = 4
DESKS_EACH = 4
"""Visits of workbench and list a round: the p95 of one visit each would be the slowest of all."""
_clients: dict[int, Client] = {}


def answer(question: dict[str, Any]) -> list[list[object]]:
    """`choose` pages for people, `visit` them (milliseconds), or `count` their queries."""
    if "choose" in question:
        return _choose(question["choose"], random.Random(question["seed"]))
    if "visit" in question:
        return [[kind, _timed(_client(user), path)] for kind, user, path in question["visit"]]
    return [[kind, _counted(_client(user), path)] for kind, user, path in question["count"]]


def _choose(users: list[int], chance: random.Random) -> list[list[object]]:
    """The desk, the list, and cases each of them may read: open ones and ones of the archive."""
    chosen: list[list[object]] = []
    for user in users:
        actor = Actor(kind="person", user_id=user, source="page")
        rows = [
            *list_cases_for(actor, CaseFilter(), limit=100).rows,
            *list_cases_for(actor, CaseFilter(status="ended", until=_some_day(chance)), limit=100).rows,
        ]
        picked = chance.sample(rows, min(CASES_EACH, len(rows)))
        for _ in range(DESKS_EACH):
            chosen.append([BOARD, user, reverse("console:workbench")])
            chosen.append([LIST, user, reverse("console:list_cases")])
        chosen.extend([CASE, user, reverse("console:show_case", args=[row.ref])] for row in picked)
    return chosen


def _some_day(chance: random.Random) -> date:
    """Any day of the last nine years."""
    return clock.today() - timedelta(days=chance.randrange(9 * 365))


def _client(user: int) -> Client:
    if user not in _clients:
        _clients[user] = Client(SERVER_NAME="127.0.0.1")
        _clients[user].force_login(User.objects.get(pk=user))
    return _clients[user]


def _timed(client: Client, path: str) -> float:
    began = time.perf_counter()
    _get(client, path)
    return (time.perf_counter() - began) * 1000


def _counted(client: Client, path: str) -> int:
    _get(client, path)  # once a minute a session notes that somebody is there: not the page's own queries
    with CaptureQueriesContext(connection) as queries:
        _get(client, path)
    return len(queries)


def _get(client: Client, path: str) -> None:
    got = client.get(path)
    if got.status_code != 200:
        raise RuntimeError(f"{path}: {got.status_code} {got.headers.get('Location', '')}")
