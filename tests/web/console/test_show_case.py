"""A case as staff read it."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.asking import refuses, settle
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.kernel.refs import spoken


def address_of(ref: str) -> str:
    return reverse("console:show_case", args=[ref])


def test_says_what_why_and_what_to_do(desk_of: Desk, report: Report) -> None:
    ref = report()
    page = desk_of("grid_leader").get(address_of(ref)).content.decode()
    assert spoken(ref) in page
    assert "为什么到这里" in page
    assert reverse("console:take_outcome", args=[ref, "settle"]) in page
    assert reverse("console:take_outcome", args=[ref, "accept"]) in page


def test_names_the_danger_in_words(desk_of: Desk, report: Report) -> None:
    page = desk_of("duty_desk").get(address_of(report("二单元楼道里煤气味很重，有人头晕"))).content.decode()
    assert re.search(r"人身危险优先处理。\s+燃气\s*</p>", page)


def test_offers_only_what_the_seat_may_do(desk_of: Desk, report: Report) -> None:
    ref = report()
    secretary = desk_of("secretary").get(address_of(ref)).content.decode()
    assert reverse("console:act_on_case", args=[ref, "reassign"]) in secretary
    assert reverse("console:take_outcome", args=[ref, "settle"]) not in secretary
    auditor = desk_of("auditor").get(address_of(ref)).content.decode()
    assert reverse("console:act_on_case", args=[ref, "remark"]) not in auditor


def test_never_shows_who_reported(desk_of: Desk, report: Report, world: World) -> None:
    page = desk_of("grid_leader").get(address_of(report())).content.decode()
    assert world.resident.phone not in page
    assert world.resident.phone[-4:] not in page


def test_the_drawer_is_the_case_alone(desk_of: Desk, report: Report) -> None:
    answer = desk_of("grid_leader").get(
        address_of(report()),
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/console/?step=accept"},
    )
    page = answer.content.decode()
    assert "<html" not in page
    assert 'name="back" value="/console/?step=accept"' in page


@pytest.mark.parametrize("key", ["other_grid_leader", "far_staff", "resident"])
def test_outsiders_find_nothing(desk_of: Desk, report: Report, key: str) -> None:
    assert desk_of(key).get(address_of(report())).status_code == 404


def test_visitors_sign_in_and_other_methods_are_refused(
    desk_of: Desk, report: Report, visitor: Client
) -> None:
    ref = report()
    assert visitor.get(address_of(ref)).url.startswith(reverse("console:sign_in"))
    assert refuses(desk_of("grid_leader"), address_of(ref), "post", "put")


@pytest.mark.django_db(transaction=True)
def test_asks_at_most_20_questions(
    desk_of: Desk, report: Report, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ref = report()
    settle(world, ref)
    desk = desk_of("secretary")
    desk.get(address_of(ref))
    with django_assert_max_num_queries(20):
        desk.get(address_of(ref))
