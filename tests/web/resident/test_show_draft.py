"""A photo that waits for its report."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import picture, refuses


def test_is_shown_to_whoever_holds_its_token(visitor: Client) -> None:
    token = visitor.post(reverse("resident:add_photo"), {"kind": "photo", "file": picture()}).json()["token"]
    address = reverse("resident:show_draft", args=[token])
    answer = visitor.get(address)
    assert b"".join(answer.streaming_content)[:2] == b"\xff\xd8"
    assert refuses(visitor, address, "post", "put")


def test_a_guessed_token_finds_nothing(visitor: Client) -> None:
    assert visitor.get(reverse("resident:show_draft", args=["123456789012:x:y"])).status_code == 404
