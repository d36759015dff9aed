"""My reports and everything else that is mine."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.asking import Phone, refuses

ADDRESS = reverse("resident:mine")


def test_a_visitor_is_asked_to_sign_in(visitor: Client) -> None:
    assert reverse("resident:sign_in") in visitor.get(ADDRESS).content.decode()


def test_lists_ones_own_reports_and_nobody_elses(phone_of: Callable[[str], Phone]) -> None:
    mine, other = phone_of("resident"), phone_of("stranger")
    ref = mine.report()
    assert ref in mine.get(ADDRESS).content.decode()
    assert ref not in other.get(ADDRESS).content.decode()


def test_an_entrance_head_may_report_for_neighbours(phone_of: Callable[[str], Phone]) -> None:
    address = reverse("resident:report_for_neighbour")
    assert address in phone_of("entrance_head").get(ADDRESS).content.decode()
    assert address not in phone_of("resident").get(ADDRESS).content.decode()


@pytest.mark.django_db(transaction=True)
def test_asks_a_constant_number_of_questions(
    phone_of: Callable[[str], Phone], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    phone = phone_of("resident")
    for _time in range(4):
        phone.report()
    phone.get(ADDRESS)
    with django_assert_max_num_queries(15):
        phone.get(ADDRESS)


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "post", "put")
