"""Name and number of the reporter, for a purpose they can read."""

import pytest
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.registry.queries import list_looks_at


def address_of(ref: str) -> str:
    return reverse("console:open_reporter", args=[ref])


def test_shows_the_number_once_and_lets_them_know(desk_of: Desk, report: Report, world: World) -> None:
    ref = report()
    desk = desk_of("grid_leader")
    page = desk.post(address_of(ref), {"purpose": "arrange-visit"}).content.decode()
    assert world.resident.phone in page
    assert [look.purpose for look in list_looks_at(actor=world.resident.actor)] == ["arrange-visit"]
    assert world.resident.phone not in desk.get(reverse("console:show_case", args=[ref])).content.decode()


def test_nothing_without_a_purpose(desk_of: Desk, report: Report, world: World) -> None:
    answer = desk_of("grid_leader").post(address_of(report()), {"purpose": ""})
    assert answer.status_code == 400
    assert world.resident.phone not in answer.content.decode()
    assert not list_looks_at(actor=world.resident.actor)


@pytest.mark.parametrize("key", ["other_grid_leader", "deputy", "auditor", "resident"])
def test_only_posts_that_may(desk_of: Desk, report: Report, world: World, key: str) -> None:
    assert desk_of(key).post(address_of(report()), {"purpose": "call-back"}).status_code == 404
    assert not list_looks_at(actor=world.resident.actor)


def test_refuses_other_methods(desk_of: Desk, report: Report) -> None:
    assert refuses(desk_of("grid_leader"), address_of(report()), "get", "put")
