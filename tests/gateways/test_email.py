import smtplib
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from gongzhi.gateways import email
from gongzhi.gateways.faults import GatewayFault


class Server:
    """Stands in for a mail server and keeps what it was handed."""

    def __init__(self) -> None:
        self.done: list[object] = []

    def __call__(self, host: str, port: int, timeout: int) -> "Server":
        self.done.append((host, port))
        return self

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *fault: object) -> None:
        self.done.append("closed")

    def starttls(self) -> None:
        self.done.append("tls")

    def login(self, user: str, password: str) -> None:
        self.done.append((user, password))

    def send_message(self, letter: EmailMessage) -> None:
        self.done.append(letter)


def test_built_in_letters_are_noted(settings: Settings) -> None:
    settings.GONGZHI_EMAIL = "log"
    email.get_email_gateway().send("office@street.example", "周报", "见附件")
    settings.GONGZHI_EMAIL = "pigeon"
    with pytest.raises(ValueError, match="GONGZHI_EMAIL"):
        email.get_email_gateway()


def test_a_letter_leaves_with_its_attachment(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    server = Server()
    monkeypatch.setattr(email, "SMTP", server)
    settings.GONGZHI_EMAIL = "smtp://user:p%40ss@mail.example:587"
    attachment = email.Attachment("周报.txt", "text/plain", b"x")
    email.get_email_gateway().send("office@street.example", "周报", "见附件", (attachment,))
    where, tls, login, letter, closed = server.done
    assert (where, tls, login, closed) == (("mail.example", 587), "tls", ("user", "p@ss"), "closed")
    assert isinstance(letter, EmailMessage)
    assert [part.get_filename() for part in letter.iter_attachments()] == ["周报.txt"]


def test_a_server_that_refuses_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise smtplib.SMTPConnectError(421, "busy")

    monkeypatch.setattr(email, "SMTP", refuse)
    with pytest.raises(GatewayFault):
        email.SmtpEmail("smtp://mail.example", "us@street.example").send("x@street.example", "a", "b")
