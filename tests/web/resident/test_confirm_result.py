"""Solved: one touch is all."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses, settle

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM


def address_of(ref: str) -> str:
    return reverse("resident:confirm_result", args=[ref])


def test_the_reporter_says_solved_and_the_case_ends(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    settle(phone.world, ref)
    answer = phone.post(address_of(ref), {"solved": "yes"}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("resident:show_case", args=[ref])
    assert find_case_for(SYSTEM, ref).result == "solved"


def test_too_early_is_refused_in_words(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    answer = phone.post(address_of(ref), {"solved": "yes"})
    assert answer.status_code == 409
    assert find_case_for(SYSTEM, ref).status == "open"


def test_outsiders_find_nothing(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    settle(phone.world, ref)
    assert phone_of("stranger").post(address_of(ref), {"solved": "yes"}).status_code == 404
    assert find_case_for(SYSTEM, ref).status == "confirming"


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), address_of("482109375516"), "get", "put")
