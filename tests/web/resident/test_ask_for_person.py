"""I want to speak to a person."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses


def address_of(ref: str) -> str:
    return reverse("resident:ask_for_person", args=[ref])


def test_it_stands_in_the_story_of_the_case(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    page = phone.post(address_of(ref), follow=True).content.decode()
    assert "请打电话给我" in page


def test_outsiders_find_nothing(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    assert phone_of("stranger").post(address_of(ref)).status_code == 404


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), address_of("482109375516"), "get", "put")


def test_staff_do_not_ask_for_themselves(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    for key in ("grid_leader", "deputy", "auditor"):
        address = reverse("resident:ask_for_person", args=[ref])
        assert phone_of(key).post(address).status_code == 404
