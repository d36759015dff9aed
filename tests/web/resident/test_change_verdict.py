"""Thinking better of it."""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse
from tests.web.asking import Phone, refuses, settle

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM


def address_of(ref: str) -> str:
    return reverse("resident:change_verdict", args=[ref])


def solved(phone: Phone) -> str:
    ref = phone.report()
    settle(phone.world, ref)
    phone.post(reverse("resident:confirm_result", args=[ref]), {"solved": "yes"})
    return ref


def test_after_solved_it_can_still_be_refused(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = solved(phone)
    assert address_of(ref) in phone.get(reverse("resident:show_case", args=[ref])).content.decode()
    phone.post(reverse("resident:refuse_result", args=[ref]), {"reason": "again"})
    assert find_case_for(SYSTEM, ref).status == "open"


def test_saying_the_same_again_is_taken(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = solved(phone)
    assert phone.post(address_of(ref), {"solved": "yes"}).status_code == 302
    assert find_case_for(SYSTEM, ref).result == "solved"


def test_after_the_days_it_is_too_late(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    with clock.frozen(clock.now()) as now:
        ref = solved(phone)
        now.advance(timedelta(days=8))
        assert phone.post(address_of(ref), {"solved": "yes"}).status_code == 409


def test_outsiders_find_nothing(phone_of: Callable[[str], Phone]) -> None:
    ref = solved(phone_of("resident"))
    assert phone_of("stranger").post(address_of(ref), {"solved": "yes"}).status_code == 404


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), address_of("482109375516"), "get", "put")
