"""Not solved: one of three pictures."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses, settle

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM


def address_of(ref: str) -> str:
    return reverse("resident:refuse_result", args=[ref])


def test_one_picture_sends_it_back_to_work(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    settle(phone.world, ref)
    assert phone.get(address_of(ref)).content.decode().count('type="radio"') == 3
    assert phone.post(address_of(ref), {"reason": "partly"}).status_code == 302
    case = find_case_for(SYSTEM, ref)
    assert case.status == "open"
    assert case.refusals == 1


def test_without_a_picture_it_says_so_and_keeps_the_words(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    settle(phone.world, ref)
    answer = phone.post(address_of(ref), {"note": "四层还是黑的"})
    assert answer.status_code == 400
    assert "四层还是黑的" in answer.content.decode()
    assert "三个图" in answer.content.decode()


def test_outsiders_find_nothing(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    assert phone_of("stranger").get(address_of(ref)).status_code == 404
    assert phone_of("stranger").post(address_of(ref), {"reason": "same"}).status_code == 404


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), address_of("482109375516"), "put", "delete")


def test_only_those_it_is_done_for_find_the_page(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    assert phone.get(address_of(ref)).url == reverse("resident:show_case", args=[ref])
    settle(phone.world, ref)
    for key in ("entrance_head", "grid_leader", "secretary", "deputy", "auditor"):
        assert phone_of(key).get(address_of(ref)).status_code == 404
        assert phone_of(key).post(address_of(ref), {"reason": "same"}).status_code == 404
    assert find_case_for(SYSTEM, ref).refusals == 0


def test_whoever_is_asked_again_answers_again(phone_of: Callable[[str], Phone]) -> None:
    """The answer of the round before is not one to be changed."""
    phone = phone_of("resident")
    ref = phone.report()
    settle(phone.world, ref)
    phone.post(address_of(ref), {"reason": "same"})
    settle(phone.world, ref, outcome="done")
    page = phone.get(reverse("resident:show_case", args=[ref])).content.decode()
    assert reverse("resident:confirm_result", args=[ref]) in page
    assert phone.post(address_of(ref), {"reason": "partly"}).status_code == 302
    assert find_case_for(SYSTEM, ref).refusals == 2
