"""Ending the session on this phone."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses

ADDRESS = reverse("resident:sign_out")


def test_signs_out(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    assert phone.post(ADDRESS).url == reverse("resident:home")
    assert phone.get(reverse("resident:list_messages")).status_code == 302


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), ADDRESS, "get", "put")
