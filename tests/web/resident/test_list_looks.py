"""Who opened my name or number."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone, refuses

from gongzhi.registry.actions import open_contact
from gongzhi.registry.queries import LookPurpose

ADDRESS = reverse("resident:list_looks")


def test_shows_post_and_purpose_but_no_name(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    world = phone.world
    ref = phone.report()
    open_contact(
        world.resident.person_id, purpose=LookPurpose.CALL_BACK, case_ref=ref, actor=world.duty_desk.actor
    )
    page = phone.get(ADDRESS).content.decode()
    assert "回访" in page
    assert world.duty_desk.name not in page


def test_says_so_when_nobody_looked(phone_of: Callable[[str], Phone]) -> None:
    assert "没有人打开过" in phone_of("resident").get(ADDRESS).content.decode()


def test_a_visitor_signs_in_first(visitor: Client) -> None:
    assert visitor.get(ADDRESS).status_code == 302


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), ADDRESS, "post", "put")
