"""I have it too."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone, refuses, settle

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM


def address_of(ref: str) -> str:
    return reverse("resident:second_case", args=[ref])


def test_a_neighbour_follows_and_is_asked_too(phone_of: Callable[[str], Phone]) -> None:
    reporter, neighbour = phone_of("resident"), phone_of("neighbour")
    ref = reporter.report()
    assert neighbour.at("entrance").get(address_of(ref)).status_code == 200
    assert neighbour.post(address_of(ref)).status_code == 302
    assert find_case_for(SYSTEM, ref).followers == 1
    settle(reporter.world, ref)
    page = neighbour.get(reverse("resident:show_case", args=[ref])).content.decode()
    assert reverse("resident:confirm_result", args=[ref]) in page


def test_twice_counts_once(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    neighbour = phone_of("neighbour").at("entrance")
    neighbour.post(address_of(ref))
    assert neighbour.post(address_of(ref)).status_code == 409
    assert find_case_for(SYSTEM, ref).followers == 1


def test_a_visitor_signs_in_first(phone_of: Callable[[str], Phone], visitor: Client) -> None:
    ref = phone_of("resident").report()
    assert visitor.post(address_of(ref)).url.startswith(reverse("resident:sign_in"))


def test_an_unknown_case_is_not_found(phone_of: Callable[[str], Phone]) -> None:
    assert phone_of("neighbour").post(address_of("482109375516")).status_code == 404


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), address_of("482109375516"), "put", "delete")
