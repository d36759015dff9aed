"""Asking for a code."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses

from gongzhi.gateways.sms import KEPT

ADDRESS = reverse("resident:sign_in")


def test_sends_a_code_to_the_phone(visitor: Client) -> None:
    answer = visitor.post(ADDRESS, {"phone": "138 0000 0001"})
    assert answer.status_code == 302
    assert answer.url == reverse("resident:confirm_code")
    assert len(KEPT.sent) == 1


def test_says_what_is_wrong_with_the_number_and_keeps_it(visitor: Client) -> None:
    answer = visitor.post(ADDRESS, {"phone": "12345"})
    assert answer.status_code == 400
    assert 'value="12345"' in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not KEPT.sent


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "put", "delete")
