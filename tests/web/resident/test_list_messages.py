"""What I was told."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone, refuses

from gongzhi.kernel.actors import SYSTEM
from gongzhi.messages.actions import Telling, tell_users

ADDRESS = reverse("resident:list_messages")


def test_an_empty_inbox_says_what_would_be_here(phone_of: Callable[[str], Phone]) -> None:
    assert 'class="empty"' in phone_of("resident").get(ADDRESS).content.decode()


def test_opening_the_page_is_reading(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    telling = Telling("case-ended", (phone.world.resident.user_id,), key="one")
    tell_users(telling, actor=SYSTEM)
    assert "tag wait" in phone.get(ADDRESS).content.decode()
    assert "tag wait" not in phone.get(ADDRESS).content.decode()


def test_nobody_reads_anothers_messages(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("stranger")
    tell_users(Telling("case-ended", (phone.world.resident.user_id,), key="one"), actor=SYSTEM)
    assert 'class="empty"' in phone.get(ADDRESS).content.decode()


def test_a_visitor_signs_in_first(visitor: Client) -> None:
    assert visitor.get(ADDRESS).url.startswith(reverse("resident:sign_in"))


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), ADDRESS, "post", "put")
