"""Keep nothing of me."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone, refuses

ADDRESS = reverse("resident:erase_my_record")


def test_is_asked_once_more_and_then_done(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    assert "不能恢复" in phone.get(ADDRESS).content.decode()
    assert phone.world.resident.user.is_active
    assert phone.post(ADDRESS).url == reverse("resident:home")
    assert not phone.world.resident.user.is_active


def test_whoever_holds_a_post_leaves_it_first(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("entrance_head")
    assert phone.post(ADDRESS).status_code == 409
    assert phone.world.entrance_head.user.is_active


def test_a_visitor_signs_in_first(visitor: Client) -> None:
    assert visitor.post(ADDRESS).status_code == 302


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), ADDRESS, "put", "delete")


def test_staff_have_no_such_page(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("grid_leader")
    assert phone.get(ADDRESS).status_code == 404
    assert phone.post(ADDRESS).status_code == 404
    assert ADDRESS not in phone.get(reverse("resident:my_record")).content.decode()
    assert phone.world.grid_leader.user.is_active
