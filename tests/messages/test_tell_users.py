"""tell_users: one message to each, once for each occasion."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from gongzhi.messages.actions import Telling, tell_users
from gongzhi.messages.models import Message
from tests.world import World


def test_the_same_occasion_is_told_once(world: World) -> None:
    users = (world.grid_leader.user_id, world.secretary.user_id)
    for _delivery in range(2):
        tell_users(Telling("danger", users, "case:danger", "482109375516"), actor=SYSTEM)
    rows = list(Message.objects.order_by("id"))
    assert [row.to_id for row in rows] == list(users)
    assert {(row.state, row.urgent, row.case_ref) for row in rows} == {("sent", True, "482109375516")}
    assert json.loads(rows[0].facts_text) == {"by": "system"}
    tell_users(Telling("danger", users, "case:danger-again"), actor=SYSTEM)
    assert Message.objects.count() == 4


def test_what_leaves_the_house_waits_for_its_gateway(world: World) -> None:
    tell_users(Telling("report-made-for", (world.neighbour.user_id,), "k"), actor=SYSTEM)
    states = dict(Message.objects.values_list("channel", "state"))
    assert states == {"in-app": "sent", "sms": "queued"}


def test_an_unknown_template_is_refused(world: World) -> None:
    with pytest.raises(NotFound):
        tell_users(Telling("gossip", (world.resident.user_id,), "k"), actor=SYSTEM)


def test_as_many_statements_for_twenty_as_for_two(world: World) -> None:
    users = tuple(someone.user_id for someone in world.people.values())
    counts = []
    for some in (users[:2], users[:20]):
        with CaptureQueriesContext(connection) as asked:
            tell_users(Telling("danger", some, f"k{len(some)}"), actor=SYSTEM)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 5
