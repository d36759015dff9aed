"""What the draft would have done with last month's reports."""

from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.routing.test_edit_draft import LAMPS
from tests.web.console.conftest import Report
from tests.web.console.desks import desk, is_closed, page, refuses
from tests.world import World

from gongzhi.routing.actions import edit_draft
from gongzhi.routing.queries import MovePath, PutPath

ADDRESS = reverse("console:preview_paths")


def test_does_it(world: World, report: Report) -> None:
    ref = report()
    edit_draft(PutPath(LAMPS), actor=world.administrator.actor)
    shown = page(world, "administrator", "preview_paths")
    assert "would take another path or seat" in shown
    assert "12 Lamps to the secretary" in shown
    assert f"{ref[:4]} {ref[4:8]}" in shown
    assert reverse("console:show_case", args=[ref]) not in shown  # administrators read no cases
    assert "楼道的灯" not in shown


def test_nothing_moves(world: World, report: Report) -> None:
    report()
    edit_draft(MovePath("11", -1), actor=world.administrator.actor)
    assert "No report of the last thirty days would go elsewhere." in page(
        world, "administrator", "preview_paths"
    )


def test_no_reports_yet(world: World) -> None:
    edit_draft(PutPath(LAMPS), actor=world.administrator.actor)
    assert "No report came in during the last thirty days." in page(world, "administrator", "preview_paths")


def test_without_a_draft_one_is_led_back(world: World) -> None:
    answer = desk(world, "administrator").get(ADDRESS)
    assert answer.status_code == 302
    assert answer["location"] == reverse("console:edit_paths")


def test_queries_do_not_grow(
    world: World, report: Report, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edit_draft(PutPath(LAMPS), actor=world.administrator.actor)
    client = desk(world, "administrator")
    report()
    client.get(ADDRESS)
    with django_assert_num_queries(7):  # session, account, stamps, draft, cases, dangers, unread messages
        client.get(ADDRESS)
    for place in ("entrance", "next_entrance", "unmanaged_entrance", "other_entrance"):
        report("三层楼道的灯不亮了，已经好几天", place)
    with django_assert_num_queries(7):
        client.get(ADDRESS)


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS)
    assert is_closed(world, "resident", ADDRESS)
