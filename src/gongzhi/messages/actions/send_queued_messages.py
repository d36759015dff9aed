"""Hand queued messages to their gateways."""

import structlog
from django.db import transaction
from django.db.models import F
from django.utils import translation

from gongzhi.accounts.queries import get_phone, get_user
from gongzhi.gateways.faults import GatewayFault
from gongzhi.gateways.sms import get_sms_gateway
from gongzhi.kernel.actors import Actor
from gongzhi.messages.models import Message
from gongzhi.messages.queries.inbox import sentence_of

MOST_ATTEMPTS = 5
log = structlog.get_logger(__name__)


def send_queued_messages(limit: int = 50, *, actor: Actor) -> int:
    """Send what waits; answers how many left. A row is claimed by counting its attempt before the gateway is
    asked, so a process killed in between loses no message and repeats at most the one it was sending."""
    waiting = Message.objects.filter(state=Message.State.QUEUED).order_by("id")
    sent = 0
    for message in waiting[:limit]:
        sent += _send(message)
    return sent


def _send(message: Message) -> bool:
    claimed = Message.objects.filter(
        pk=message.pk, state=Message.State.QUEUED, attempts=message.attempts
    ).update(attempts=F("attempts") + 1)
    if not claimed:
        return False
    phone = get_phone(message.to_id)
    with translation.override(get_user(message.to_id).language or "zh-hans"):
        words = sentence_of(message)
    return _note(message, _hand_over(message, phone, words) if phone else "")


def _hand_over(message: Message, phone: str, words: str) -> str:
    """The provider's number; empty when the gateway could not take it."""
    try:
        return get_sms_gateway().send(phone, words, message_no=str(message.pk)).provider_no
    except GatewayFault as fault:
        log.warning("message not taken", message=message.pk, fault=str(fault))
        return ""


def _note(message: Message, provider_no: str) -> bool:
    gone = bool(provider_no)
    tired = message.attempts + 1 >= MOST_ATTEMPTS
    state = Message.State.SENT if gone else Message.State.FAILED if tired else Message.State.QUEUED
    with transaction.atomic():
        Message.objects.filter(pk=message.pk).update(state=state, provider_no=provider_no)
    return gone
