"""The form of a report, and what comes back from it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.asking import Phone, picture, refuses
from tests.world import World

from gongzhi.territory.queries import get_place

KEY = "6f1c2d1e-0000-4000-8000-000000000001"
ADDRESS = reverse("resident:report")


def test_a_report_is_sent_once_however_often(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    refs = {phone.report(key=KEY) for _time in range(5)}
    assert len(refs) == 1


def test_without_words_it_says_so_and_keeps_the_photos(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident").at("entrance")
    answer = phone.post(ADDRESS, {"key": KEY, "words": "", "pictures": [picture(), picture("blue")]})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert page.count('name="photos"') == 2
    assert 'aria-invalid="true"' in page


def test_without_a_place_it_says_so_and_keeps_the_words(world: World, visitor: Client) -> None:
    answer = visitor.post(ADDRESS, {"key": KEY, "words": "路灯坏了"})
    assert answer.status_code == 400
    assert "路灯坏了" in answer.content.decode()
    assert "请说明在哪里" in answer.content.decode()


def test_one_photo_can_be_taken_away_without_a_script(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident").at("entrance")
    token = phone.post(reverse("resident:add_photo"), {"kind": "photo", "file": picture()}).json()["token"]
    page = phone.post(ADDRESS, {"key": KEY, "words": "灯", "photos": token, "drop": token}).content.decode()
    assert 'name="photos"' not in page
    assert "灯" in page


def test_a_visitors_report_waits_for_the_sign_in_and_is_sent_then(world: World, visitor: Client) -> None:
    visitor.cookies["place"] = get_place(world.place("entrance")).ref
    answer = visitor.post(ADDRESS, {"key": KEY, "words": "三层楼道灯不亮"})
    assert answer.url == reverse("resident:sign_in")
    assert "登录后马上发出" in visitor.get(answer.url).content.decode()


def test_danger_to_life_shows_the_number_at_once(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident").at("entrance")
    answer = phone.post(ADDRESS, {"key": KEY, "words": "楼道里有燃气味"}, follow=True)
    assert "119" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_report_asks_at_most_25_questions(
    phone_of: Callable[[str], Phone], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    phone = phone_of("resident")
    phone.report()
    with django_assert_max_num_queries(25):
        phone.report("二单元门禁坏了", not_same="")


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "put", "delete")


def test_a_complaint_names_a_post_and_whoever_holds_it_sees_nothing(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report("物业三天不来修灯，还骂人", about="property-manager")
    assert phone.get(reverse("resident:show_case", args=[ref])).status_code == 200
    manager = phone_of("property_manager")
    assert manager.get(reverse("resident:show_case", args=[ref])).status_code == 404
    assert manager.at("entrance").post(reverse("resident:second_case", args=[ref])).status_code == 404
