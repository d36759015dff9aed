"""Is the house reachable?"""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses

ADDRESS = reverse("resident:here")


def test_answers_without_being_kept(visitor: Client) -> None:
    answer = visitor.get(ADDRESS)
    assert answer.content == b"1"
    assert "no-store" in answer.headers["Cache-Control"]


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "post", "put")
