"""An entrance head reports for a neighbour."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses

KEY = "6f1c2d1e-0000-4000-8000-000000000001"
ADDRESS = reverse("resident:report_for_neighbour")
FILLED = {"key": KEY, "words": "奶奶家门口的灯坏了", "phone": "13800000002", "not_same": "1"}


def test_the_case_is_the_neighbours(phone_of: Callable[[str], Phone]) -> None:
    head, neighbour = phone_of("entrance_head").at("entrance"), phone_of("neighbour")
    answer = head.post(ADDRESS, FILLED)
    assert answer.status_code == 302, answer.content.decode()
    ref = answer.url.rstrip("/").rpartition("/")[2]
    assert ref in neighbour.get(reverse("resident:mine")).content.decode()


def test_without_the_neighbours_number_it_says_so(phone_of: Callable[[str], Phone]) -> None:
    answer = phone_of("entrance_head").at("entrance").post(ADDRESS, {**FILLED, "phone": ""})
    assert answer.status_code == 400
    assert FILLED["words"] in answer.content.decode()


def test_outsiders_find_nothing(phone_of: Callable[[str], Phone]) -> None:
    assert phone_of("resident").get(ADDRESS).status_code == 404
    assert phone_of("resident").post(ADDRESS, FILLED).status_code == 404


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("entrance_head"), ADDRESS, "put", "delete")
