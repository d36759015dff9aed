"""E-mail: to staff only (weekly report, anchors); residents are never asked for an address."""

from dataclasses import dataclass
from email.message import EmailMessage
from smtplib import SMTP, SMTPException
from typing import Protocol
from urllib.parse import unquote, urlsplit

import structlog
from django.conf import settings

from gongzhi.gateways.faults import GatewayFault

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along."""

    name: str
    media_type: str
    content: bytes


class EmailGateway(Protocol):
    """Whatever carries a letter."""

    def send(self, to: str, subject: str, text: str, attachments: tuple[Attachment, ...] = ()) -> None:
        """Send a plain letter; raises GatewayFault."""
        ...


class LogEmail:
    """Built in: the letter is noted in the server log, without its text."""

    def send(self, to: str, subject: str, text: str, attachments: tuple[Attachment, ...] = ()) -> None:
        """Write subject and the names of what goes along to the log."""
        log.info("e-mail", to=to, subject=subject, attachments=[one.name for one in attachments])


class SmtpEmail:
    """A mail server: smtp://user:password@host:587, always with STARTTLS unless the host is this machine."""

    def __init__(self, url: str, sender: str) -> None:
        self._parts = urlsplit(url)
        self._sender = sender

    def send(self, to: str, subject: str, text: str, attachments: tuple[Attachment, ...] = ()) -> None:
        """Hand one letter to the server."""
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = self._sender, to, subject
        letter.set_content(text)
        for one in attachments:
            kind, form = one.media_type.split("/", 1)
            letter.add_attachment(one.content, maintype=kind, subtype=form, filename=one.name)
        host = self._parts.hostname or "127.0.0.1"
        try:
            with SMTP(host, self._parts.port or 587, timeout=10) as server:
                if host not in ("127.0.0.1", "localhost"):
                    server.starttls()
                if self._parts.username:
                    server.login(unquote(self._parts.username), unquote(self._parts.password or ""))
                server.send_message(letter)
        except (SMTPException, OSError) as fault:
            raise GatewayFault(f"{type(fault).__name__}") from fault


def get_email_gateway() -> EmailGateway:
    """The gateway of setting GONGZHI_EMAIL: "log" (default) or an smtp:// address."""
    chosen: str = getattr(settings, "GONGZHI_EMAIL", "log")
    if chosen == "log":
        return LogEmail()
    if chosen.startswith("smtp://"):
        return SmtpEmail(chosen, getattr(settings, "GONGZHI_EMAIL_FROM", "gongzhi@localhost"))
    raise ValueError("GONGZHI_EMAIL: log or smtp://user:password@host:port")
