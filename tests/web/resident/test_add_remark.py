"""Words for those who work on it."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses


def address_of(ref: str) -> str:
    return reverse("resident:add_remark", args=[ref])


def test_the_words_stand_in_the_story(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    page = phone.post(address_of(ref), {"words": "晚上七点后家里有人"}, follow=True).content.decode()
    assert "晚上七点后家里有人" in page


def test_no_words_are_refused(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    answer = phone.post(address_of(phone.report()), {"words": " "})
    assert answer.status_code == 400
    assert "请写几个字" in answer.content.decode()


def test_outsiders_find_nothing(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    assert phone_of("stranger").post(address_of(ref), {"words": "我来看看"}).status_code == 404


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), address_of("482109375516"), "get", "put")


def test_the_auditor_writes_nothing(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    assert phone_of("auditor").post(address_of(ref), {"words": "我看看"}).status_code == 404
    assert phone_of("auditor").post(address_of(ref), {}).status_code == 404
