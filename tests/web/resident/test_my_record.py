"""All that is kept of me."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone, refuses

ADDRESS = reverse("resident:my_record")


def test_shows_ones_own_number_and_puts_the_name_right(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    assert phone.world.resident.phone in phone.get(ADDRESS).content.decode()
    phone.post(ADDRESS, {"name": "程晓禾"})
    assert "程晓禾" in phone.get(ADDRESS).content.decode()


def test_a_name_too_long_is_refused_and_kept(phone_of: Callable[[str], Phone]) -> None:
    answer = phone_of("resident").post(ADDRESS, {"name": "名" * 80})
    assert answer.status_code == 400
    assert "名" * 80 in answer.content.decode()


def test_a_visitor_signs_in_first(visitor: Client) -> None:
    assert visitor.get(ADDRESS).status_code == 302


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), ADDRESS, "put", "delete")
