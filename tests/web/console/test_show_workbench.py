"""The desk: what is mine, in groups, and the figures."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report

from gongzhi.kernel.refs import spoken


def test_shows_what_lies_with_me(desk_of: Desk, report: Report) -> None:
    ref = report()
    page = desk_of("grid_leader").get(reverse("console:workbench")).content.decode()
    assert spoken(ref) in page
    assert "三层楼道的灯不亮了" in page
    assert spoken(ref) not in desk_of("other_grid_leader").get(reverse("console:workbench")).content.decode()


def test_opens_a_case_beside_the_list_only_for_who_may_read_it(desk_of: Desk, report: Report) -> None:
    ref = report()
    address = f"{reverse('console:workbench')}?open={ref}"
    beside = desk_of("grid_leader").get(address).content.decode()
    assert reverse("console:act_on_case", args=[ref, "remark"]) in beside
    assert "三层楼道" not in desk_of("other_grid_leader").get(address).content.decode()


def test_a_chip_narrows(desk_of: Desk, report: Report) -> None:
    report()
    desk = desk_of("grid_leader")
    assert "三层楼道" in desk.get(reverse("console:workbench"), {"step": "accept"}).content.decode()
    assert "三层楼道" not in desk.get(reverse("console:workbench"), {"step": "work"}).content.decode()


def test_refuses_visitors_residents_and_other_methods(desk_of: Desk, visitor: Client) -> None:
    address = reverse("console:workbench")
    assert visitor.get(address).url.startswith(reverse("console:sign_in"))
    assert desk_of("resident").get(address).status_code == 404
    assert refuses(desk_of("grid_leader"), address, "post", "put")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("key", ["grid_leader", "secretary", "deputy", "duty_desk"])
def test_asks_the_same_few_questions_for_many_cases(
    desk_of: Desk, report: Report, django_assert_max_num_queries: DjangoAssertNumQueries, key: str
) -> None:
    desk = desk_of(key)
    for n in range(6):
        report(f"三层楼道的灯不亮了，第{n}次")
    desk.get(reverse("console:workbench"))
    with django_assert_max_num_queries(15):
        desk.get(reverse("console:workbench"))


@pytest.mark.parametrize("key", ["grid_leader", "section", "property_manager", "deputy"])
def test_the_top_names_the_street_also_of_a_section(desk_of: Desk, key: str) -> None:
    """A section's seat lies in its body and on no ground of its own."""
    page = desk_of(key).get(reverse("console:workbench")).content.decode()
    house = page.partition('class="house"')[2].partition("</a>")[0]
    assert "槐安街道" in house


def test_a_page_no_seat_opens_leads_back_here(desk_of: Desk) -> None:
    refused = desk_of("grid_leader").get(reverse("console:list_access"))
    assert refused.status_code == 404
    assert f'href="{reverse("console:workbench")}"' in refused.content.decode()
    stranger = desk_of("resident").get(reverse("console:list_access"))
    assert stranger.status_code == 404
    assert f'href="{reverse("console:workbench")}"' not in stranger.content.decode()
