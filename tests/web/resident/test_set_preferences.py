"""Large print and language."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone, refuses

ADDRESS = reverse("resident:set_preferences")


def test_a_visitor_keeps_them_in_the_phone(visitor: Client) -> None:
    visitor.post(ADDRESS, {"elder": "1"})
    visitor.post(ADDRESS, {"language": "en"})
    page = visitor.get(reverse("resident:offline")).content.decode()
    assert 'class="elder"' in page
    assert 'lang="en"' in page


def test_a_resident_keeps_them_in_the_account(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    phone.post(ADDRESS, {"elder": "1", "language": "en"})
    user = phone.world.resident.user
    assert user.elder
    assert user.language == "en"


def test_an_unknown_language_is_refused(phone_of: Callable[[str], Phone]) -> None:
    assert phone_of("resident").post(ADDRESS, {"language": "xx"}).status_code == 400


def test_goes_back_only_to_this_site(visitor: Client) -> None:
    answer = visitor.post(ADDRESS, {"elder": "1"}, headers={"referer": "https://elsewhere.example/"})
    assert answer.url == reverse("resident:mine")


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "get", "put")
