"""Taking one's own report back."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM


def address_of(ref: str) -> str:
    return reverse("resident:withdraw_case", args=[ref])


def test_the_reporter_takes_it_back(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    assert phone.post(address_of(ref)).status_code == 302
    assert find_case_for(SYSTEM, ref).result == "withdrawn"


def test_twice_is_refused_in_words(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    phone.post(address_of(ref))
    assert phone.post(address_of(ref)).status_code == 409


def test_outsiders_find_nothing(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    assert phone_of("stranger").post(address_of(ref)).status_code == 404
    assert find_case_for(SYSTEM, ref).status == "open"


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), address_of("482109375516"), "get", "put")
