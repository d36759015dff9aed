"""send_queued_messages: out through the gateway, in the reader's language, tired after a few failures."""

from unittest.mock import patch

import pytest

from gongzhi.accounts.actions import erase_user, set_preferences
from gongzhi.gateways.faults import GatewayFault
from gongzhi.gateways.sms import KEPT
from gongzhi.kernel.actors import SYSTEM
from gongzhi.messages.actions import Telling, send_queued_messages, tell_users
from gongzhi.messages.models import Message
from tests.world import World

REF = "482109375516"


@pytest.fixture
def waiting(world: World) -> World:
    """One text waits for the neighbour."""
    tell_users(Telling("report-made-for", (world.neighbour.user_id,), "k", REF), actor=SYSTEM)
    return world


def text() -> Message:
    return Message.objects.get(channel="sms")


def test_it_leaves_once(waiting: World) -> None:
    assert send_queued_messages(actor=SYSTEM) == 1
    assert send_queued_messages(actor=SYSTEM) == 0
    assert len(KEPT.sent) == 1
    assert waiting.neighbour.phone in str(KEPT.sent[0]) and "4821 0937 5516" in str(KEPT.sent[0])
    assert (text().state, text().attempts) == ("sent", 1) and text().provider_no


def test_in_the_readers_language(waiting: World) -> None:
    set_preferences(actor=waiting.neighbour.actor, language="en")
    send_queued_messages(actor=SYSTEM)
    assert "Somebody reported" in str(KEPT.sent[0])


def test_a_gateway_that_is_away_is_asked_again_and_then_no_more(waiting: World) -> None:
    with patch.object(type(KEPT), "send", side_effect=GatewayFault("away")):
        for _attempt in range(5):
            assert send_queued_messages(actor=SYSTEM) == 0
    assert (text().state, text().attempts) == ("failed", 5)
    assert send_queued_messages(actor=SYSTEM) == 0 and not KEPT.sent


def test_nobody_is_left_to_write_to(waiting: World) -> None:
    erase_user(waiting.neighbour.user_id, actor=SYSTEM)
    for _attempt in range(5):
        send_queued_messages(actor=SYSTEM)
    assert text().state == "failed" and not KEPT.sent
