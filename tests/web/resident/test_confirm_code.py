"""Signing in with the code that came."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.web.asking import refuses

from gongzhi.gateways.sms import KEPT

ADDRESS = reverse("resident:confirm_code")


@pytest.fixture
def code(visitor: Client) -> str:
    """The code as it was sent."""
    visitor.post(reverse("resident:sign_in"), {"phone": "13800000001"})
    return re.findall(r"\d{6}", str(KEPT.sent[-1]))[-1]


def test_signs_in_and_goes_where_one_came_from(visitor: Client, code: str) -> None:
    answer = visitor.post(f"{ADDRESS}?next=/mine/messages/", {"code": code})
    assert answer.status_code == 302
    assert answer.url == "/mine/messages/"
    assert visitor.get("/mine/messages/").status_code == 200


def test_never_leads_to_another_site(visitor: Client, code: str) -> None:
    answer = visitor.post(f"{ADDRESS}?next=https://elsewhere.example/", {"code": code})
    assert answer.url == reverse("resident:mine")


def test_a_wrong_code_is_refused_in_words(visitor: Client, code: str) -> None:
    wrong = "000000" if code != "000000" else "111111"
    answer = visitor.post(ADDRESS, {"code": wrong})
    assert answer.status_code == 400
    assert "error" in answer.content.decode()


def test_the_code_is_shown_only_in_the_demo(visitor: Client, settings: Settings, code: str) -> None:
    assert code not in visitor.get(ADDRESS).content.decode()
    settings.GONGZHI_DEMO = True
    visitor.post(reverse("resident:sign_in"), {"phone": "13800000002"})
    shown = re.findall(r"\d{6}", str(KEPT.sent[-1]))[-1]
    assert shown in visitor.get(ADDRESS).content.decode()


def test_without_a_number_one_begins_at_the_beginning(db: None) -> None:
    assert Client().get(ADDRESS).url == reverse("resident:sign_in")


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "put", "delete")
