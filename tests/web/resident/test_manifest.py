"""What the phone shows when the page is put on its screen."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses

ADDRESS = reverse("resident:manifest")


def test_has_a_name_in_the_readers_language(visitor: Client) -> None:
    assert visitor.get(ADDRESS).json()["name"] == "共治"
    assert Client(headers={"accept-language": "en"}).get(ADDRESS).json()["name"] == "Gongzhi"


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "post", "put")
