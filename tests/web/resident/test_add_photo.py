"""A photo or recording sent ahead of its report."""

import io

from django.test import Client
from django.urls import reverse
from tests.web.asking import picture, refuses

ADDRESS = reverse("resident:add_photo")


def test_keeps_a_photo_and_answers_its_token(visitor: Client) -> None:
    answer = visitor.post(ADDRESS, {"kind": "photo", "file": picture()})
    assert answer.status_code == 200
    assert answer.json()["token"]


def test_says_what_is_wrong_with_a_file(visitor: Client) -> None:
    disguised = io.BytesIO(b"<script>alert(1)</script>")
    disguised.name = "photo.jpg"
    answer = visitor.post(ADDRESS, {"kind": "photo", "file": disguised})
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert visitor.post(ADDRESS, {"kind": "photo"}).status_code == 400


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "get", "put")
