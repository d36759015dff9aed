"""Text messages."""

import secrets
from dataclasses import dataclass
from typing import Protocol

import structlog
from django.conf import settings

from gongzhi.gateways.calls import post_json
from gongzhi.gateways.faults import GatewayFault
from gongzhi.kernel.text import mask_phone

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """What the provider answered: its number for asking about delivery later."""

    provider_no: str


class SmsGateway(Protocol):
    """Whatever carries a text message."""

    def send(self, phone: str, text: str, *, message_no: str = "") -> Sent:
        """Send `text` to an 11-digit number; raises GatewayFault. The same `message_no` twice is one message
        for a provider that can tell."""
        ...


class LogSms:
    """Built in: the message appears in the server log, for a first installation and the demo."""

    def send(self, phone: str, text: str, *, message_no: str = "") -> Sent:
        """Write it to the log; the number is masked, the text is the point."""
        log.info("text message", phone=mask_phone(phone), text=text)
        return Sent(message_no or secrets.token_hex(6))


class HttpSms:
    """A provider or the city's own platform behind one JSON call: {phone, text, message_no}, a bearer token,
    answering {"id": …}. Settings GONGZHI_SMS_URL and GONGZHI_SMS_TOKEN."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url
        self._token = token

    def send(self, phone: str, text: str, *, message_no: str = "") -> Sent:
        """Call the provider once."""
        answer = post_json(
            self._url,
            {"phone": phone, "text": text, "message_no": message_no},
            {"Authorization": f"Bearer {self._token}"},
        )
        try:
            return Sent(str(answer.json().get("id", "")))
        except (ValueError, AttributeError) as fault:
            raise GatewayFault("the answer was not JSON") from fault


@dataclass
class KeptSms:
    """Keeps messages in memory, for tests: `sent` holds (phone, text)."""

    sent: list[tuple[str, str]]

    def send(self, phone: str, text: str, *, message_no: str = "") -> Sent:
        """Put it on the pile."""
        self.sent.append((phone, text))
        return Sent(message_no or str(len(self.sent)))


KEPT = KeptSms([])


def get_sms_gateway() -> SmsGateway:
    """The gateway of setting GONGZHI_SMS: "log" (default), "http", or "kept" in tests."""
    match getattr(settings, "GONGZHI_SMS", "log"):
        case "log":
            return LogSms()
        case "kept":
            return KEPT
        case "http":
            return HttpSms(settings.GONGZHI_SMS_URL, settings.GONGZHI_SMS_TOKEN)
        case other:
            raise ValueError(f"GONGZHI_SMS={other!r}: log or http")
