"""The receipt."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses

from gongzhi.kernel.refs import spoken


def test_names_the_number_and_who_has_it(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    address = reverse("resident:sent", args=[ref])
    page = phone.get(address).content.decode()
    assert spoken(ref) in page
    assert "负责" in page
    assert refuses(phone, address, "post", "put")


def test_outsiders_find_nothing(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    assert phone_of("stranger").get(reverse("resident:sent", args=[ref])).status_code == 404
