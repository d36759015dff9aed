"""A matter is proposed as a topic and shown as such."""

from django.urls import reverse
from tests.insight.reporting import lamp_reports
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

ADDRESS = "console:propose_topic"
TITLE = "翠苑小区楼道照明怎么管"


def test_the_topic_is_shown_with_what_happens_next(desk_of: Desk, world: World) -> None:
    desk = desk_of("secretary")
    answer = desk.post(reverse(ADDRESS), {"chosen": lamp_reports(world), "title": TITLE}, follow=True)
    assert answer.redirect_chain == [(reverse("console:list_hot_issues"), 302)]
    page = answer.content.decode()
    assert TITLE in page
    assert "已提议的议题" in page
    other = desk_of("other_grid_leader").get(reverse("console:list_hot_issues")).content.decode()
    assert TITLE not in other


def test_a_title_is_needed(desk_of: Desk, world: World) -> None:
    back = reverse("console:list_hot_issues") + "?days=90"
    answer = desk_of("secretary").post(
        reverse(ADDRESS), {"chosen": lamp_reports(world), "title": "", "back": back}, follow=True
    )
    assert answer.redirect_chain == [(back, 302)]
    assert "120" in answer.content.decode()


def test_refuses_outsiders_and_other_methods(desk_of: Desk, world: World) -> None:
    refs = lamp_reports(world)
    for key in ("resident", "grid_leader", "far_staff", "auditor"):
        answer = desk_of(key).post(reverse(ADDRESS), {"chosen": refs, "title": TITLE})
        assert answer.status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "get")
