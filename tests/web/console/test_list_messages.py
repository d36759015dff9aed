"""What I was told."""

from django.urls import reverse
from tests.insight.topics import keep_back, propose_marked
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.kernel.delivery import drain
from gongzhi.messages.queries import count_unread

ADDRESS = "console:messages"


def test_whoever_is_given_a_case_is_told_and_opening_is_reading(
    desk_of: Desk, report: Report, world: World
) -> None:
    ref = report()
    desk = desk_of("grid_leader")
    assert count_unread(world.grid_leader.user_id)
    assert reverse("console:show_case", args=[ref]) in desk.get(reverse(ADDRESS)).content.decode()
    assert not count_unread(world.grid_leader.user_id)


def test_a_message_about_a_topic_leads_to_its_page(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    drain()
    keep_back(world, ref)
    address = reverse("console:show_topic", args=[ref])
    for key in ("secretary", "duty_desk"):
        assert f'href="{address}"' in desk_of(key).get(reverse(ADDRESS)).content.decode()


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("resident").get(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("grid_leader"), reverse(ADDRESS), "post")
