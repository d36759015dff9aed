"""One case as a resident sees it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.asking import Phone, refuses, settle

from gongzhi.kernel.refs import spoken


def address_of(ref: str) -> str:
    return reverse("resident:show_case", args=[ref])


def test_shows_steps_story_and_who_has_it(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report("三层楼道的灯不亮了")
    page = phone.get(address_of(ref)).content.decode()
    assert spoken(ref) in page
    assert "三层楼道的灯不亮了" in page
    assert 'aria-current="step"' in page
    assert "负责" in page
    assert refuses(phone, address_of(ref), "post", "put")


def test_asks_the_reporter_when_it_is_done(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    settle(phone.world, ref)
    page = phone.get(address_of(ref)).content.decode()
    assert reverse("resident:confirm_result", args=[ref]) in page
    assert reverse("resident:refuse_result", args=[ref]) in page
    assert "换了灯头，试了亮" in page


@pytest.mark.parametrize("key", ["stranger", "other_grid_leader", "far_staff"])
def test_outsiders_find_nothing(phone_of: Callable[[str], Phone], key: str) -> None:
    ref = phone_of("resident").report()
    assert phone_of(key).get(address_of(ref)).status_code == 404


def test_visitors_find_nothing(phone_of: Callable[[str], Phone], visitor: Client) -> None:
    ref = phone_of("resident").report()
    assert visitor.get(address_of(ref)).status_code == 404
    assert visitor.get(address_of("123")).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_asks_at_most_20_questions(
    phone_of: Callable[[str], Phone], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    settle(phone.world, ref)
    phone.get(address_of(ref))
    with django_assert_max_num_queries(20):
        phone.get(address_of(ref))
