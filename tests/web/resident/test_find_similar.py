"""Is it one of these? As one types."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses

from gongzhi.kernel.delivery import drain

ADDRESS = reverse("resident:find_similar")


def test_shows_the_words_of_a_neighbours_report_nearby(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report("二单元楼道灯全黑，已经两天")
    drain()
    page = phone_of("neighbour").at("entrance").post(ADDRESS, {"words": "二单元楼道灯全黑"}).content.decode()
    assert "二单元楼道灯全黑，已经两天" in page
    assert reverse("resident:second_case", args=[ref]) in page


def test_says_which_number_to_call(phone_of: Callable[[str], Phone]) -> None:
    page = phone_of("resident").at("entrance").post(ADDRESS, {"words": "楼道里有燃气味"}).content.decode()
    assert "tel:119" in page


def test_nothing_like_it_shows_nothing(phone_of: Callable[[str], Phone]) -> None:
    page = phone_of("resident").at("entrance").post(ADDRESS, {"words": "想种花"}).content.decode()
    assert "similar" not in page


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), ADDRESS, "get", "put")
