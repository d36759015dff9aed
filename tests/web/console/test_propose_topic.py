"""A matter is proposed as a topic and shown as such."""

from django.urls import reverse
from tests.insight.reporting import lamp_reports
from tests.insight.topics import MARKED
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.insight.models import ProposedTopic
from gongzhi.web.console.topics import read_title

ADDRESS = "console:propose_topic"
TITLE = "翠苑小区楼道照明怎么管"
KEY = "5f0c7a1e-page"


def test_the_topic_is_shown_with_what_happens_next(desk_of: Desk, world: World) -> None:
    desk = desk_of("secretary")
    answer = desk.post(
        reverse(ADDRESS), {"key": KEY, "chosen": lamp_reports(world), "title": TITLE}, follow=True
    )
    assert answer.redirect_chain == [(reverse("console:list_hot_issues"), 302)]
    page = answer.content.decode()
    assert TITLE in page
    assert "已提议的议题" in page
    other = desk_of("other_grid_leader").get(reverse("console:list_hot_issues")).content.decode()
    assert TITLE not in other


def test_pressed_twice_it_is_one_topic_and_says_so(desk_of: Desk, world: World) -> None:
    desk, said = desk_of("secretary"), {"key": KEY, "chosen": lamp_reports(world), "title": TITLE}
    desk.post(reverse(ADDRESS), said, follow=True)
    answer = desk.post(reverse(ADDRESS), said, follow=True)
    topic = ProposedTopic.objects.get()
    assert answer.redirect_chain == [(reverse("console:show_topic", args=[topic.ref]), 302)]
    page = answer.content.decode()
    assert "没有重复提议" in page and TITLE in page


def test_the_page_of_hot_issues_carries_a_key(desk_of: Desk, world: World) -> None:
    issue = lamp_reports(world)[0]
    page = desk_of("secretary").get(reverse("console:list_hot_issues"), {"issue": issue}).content.decode()
    assert 'name="key" value="' in page and reverse(ADDRESS) in page


def test_what_is_marked_is_shown_before_anything_is_stored(desk_of: Desk, world: World) -> None:
    refs = lamp_reports(world)
    answer = desk_of("secretary").post(reverse(ADDRESS), {"key": KEY, "chosen": refs, "title": MARKED})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<mark" in page and "房号" in page and "（房号略）" in page
    assert f'name="key" value="{KEY}"' in page
    assert all(f'name="chosen" value="{ref}" checked' in page for ref in refs)
    assert f'name="title" maxlength="120" value="{MARKED}"' in page
    assert not ProposedTopic.objects.exists()


def test_too_few_reports_are_mended_on_the_page(desk_of: Desk, world: World) -> None:
    refs = lamp_reports(world)
    said = {"key": KEY, "offered": refs, "chosen": refs[:1], "title": TITLE}
    page = desk_of("secretary").post(reverse(ADDRESS), said).content.decode()
    assert "至少勾选两件" in page and page.count('name="chosen"') == 3 and page.count(" checked") == 1


def test_the_suggestion_is_put_into_the_title(desk_of: Desk, world: World) -> None:
    instead = read_title(MARKED).instead
    said = {"chosen": lamp_reports(world), "title": MARKED}
    page = desk_of("secretary").post(reverse(ADDRESS), {**said, "instead": instead}).content.decode()
    assert f'value="{instead}"' in page and "<mark" not in page
    assert not ProposedTopic.objects.exists()


def test_as_it_is_it_waits_and_others_do_not_read_it(desk_of: Desk, world: World) -> None:
    said = {"key": KEY, "chosen": lamp_reports(world), "title": MARKED, "as_it_is": "1"}
    answer = desk_of("secretary").post(reverse(ADDRESS), said, follow=True)
    topic = ProposedTopic.objects.get()
    assert answer.redirect_chain == [(reverse("console:show_topic", args=[topic.ref]), 302)]
    page = desk_of("grid_leader").get(reverse("console:list_hot_issues")).content.decode()
    assert MARKED not in page
    assert "等待人工审核" in page
    assert MARKED in desk_of("deputy").get(reverse("console:list_hot_issues")).content.decode()
    queue = desk_of("deputy").get(reverse("console:list_speech")).content.decode()
    assert reverse("console:show_topic", args=[topic.ref]) in queue


def test_a_title_is_needed_and_nothing_typed_is_lost(desk_of: Desk, world: World) -> None:
    refs, title = lamp_reports(world), "长" * 121
    answer = desk_of("secretary").post(reverse(ADDRESS), {"key": KEY, "chosen": refs, "title": title})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "120" in page and title in page and f'value="{refs[0]}"' in page


def test_refuses_outsiders_and_other_methods(desk_of: Desk, world: World) -> None:
    refs = lamp_reports(world)
    for key in ("resident", "grid_leader", "far_staff", "auditor"):
        answer = desk_of(key).post(reverse(ADDRESS), {"chosen": refs, "title": TITLE})
        assert answer.status_code == 404
    assert refuses(desk_of("secretary"), reverse(ADDRESS), "get")
