"""What is written about repeatedly becomes a joint case, or a topic that waits for deliberation."""

from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.insight.reporting import lamp_reports
from tests.journeys.stage import JOURNEY, Stage, keep_picture, open_case
from tests.web.browser import find_barriers, is_too_wide

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM

pytestmark = JOURNEY
NAME = "楼道照明"
WORDS = "三号楼两个单元的楼道灯一起更换"


def open_issue(stage: Stage) -> Page:
    desk = stage.desk("secretary")
    desk.goto(reverse("console:workbench"))
    desk.get_by_role("link", name="分析", exact=True).click()
    expect(desk.locator("li.hot-row", has_text=NAME)).to_contain_text("上升")
    desk.get_by_role("link", name=NAME).first.click()
    expect(desk.locator("#drawer .hot-members li")).to_have_count(3)
    return desk


def test_a_hot_issue_becomes_a_joint_case(stage: Stage) -> None:
    refs = lamp_reports(stage.world)
    desk = open_issue(stage)
    assert not find_barriers(desk)
    keep_picture(desk, "hot-issue", whole=False)
    desk.fill("#id_words", WORDS)
    desk.get_by_role("button", name="合并为共同事项").click()
    expect(desk.locator("article.case")).to_contain_text(WORDS)
    keep_picture(desk, "hot-joint-case", whole=False)
    assert {find_case_for(SYSTEM, ref).status for ref in refs} == {"ended"}
    stage.settle_news()
    phone = stage.phone("neighbour")
    open_case(phone, desk.url.rstrip("/").rpartition("/")[2])
    expect(phone.locator("main")).to_contain_text(WORDS)


def test_a_hot_issue_becomes_a_proposed_topic(stage: Stage) -> None:
    lamp_reports(stage.world)
    desk = open_issue(stage)
    desk.fill("#id_title", "楼道照明怎么管")
    desk.get_by_role("button", name="提议为议题").click()
    proposed = desk.locator("section", has_text="已提议的议题").last
    expect(proposed).to_contain_text("楼道照明怎么管")
    keep_picture(desk, "hot-topic", whole=False)
    desk.set_viewport_size({"width": 768, "height": 1024})
    assert not is_too_wide(desk)
    desk.get_by_role("button", name="撤回").click()
    expect(desk.locator("main")).not_to_contain_text("楼道照明怎么管")
