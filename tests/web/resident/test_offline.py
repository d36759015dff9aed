"""The page kept for times without a signal."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses

ADDRESS = reverse("resident:offline")


def test_holds_a_form_and_knows_nobody(visitor: Client) -> None:
    page = visitor.get(ADDRESS).content.decode()
    assert "data-report" in page
    assert "csrfmiddlewaretoken" not in page
    assert "sessionid" not in visitor.cookies


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "post", "put")
