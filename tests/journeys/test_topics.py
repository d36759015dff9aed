"""A topic whose title is marked: shown at once, handed in as it is, kept back with the reason, appealed."""

import re

from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.insight.reporting import lamp_reports
from tests.insight.topics import MARKED, WHY, leave_alone
from tests.journeys.stage import JOURNEY, Stage, keep_picture
from tests.web.browser import find_barriers, is_too_wide

pytestmark = JOURNEY
NARROW = {"width": 390, "height": 844}


def look(page: Page, name: str) -> None:
    """A picture on a screen and on a phone; no barriers, nothing runs over the edge."""
    former = page.viewport_size
    assert former is not None
    keep_picture(page, name)
    assert not find_barriers(page)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    keep_picture(page, f"{name}-390")
    assert not is_too_wide(page)
    page.set_viewport_size(former)


def propose(stage: Stage) -> Page:
    """The secretary proposes a marked title and is shown what is marked."""
    refs = lamp_reports(stage.world)
    desk = stage.desk("secretary")
    desk.goto(f"{reverse('console:list_hot_issues')}?issue={refs[0]}")
    desk.fill("#id_title", MARKED)
    desk.get_by_role("button", name="提议为议题").click()
    expect(desk.locator("mark")).to_contain_text("个人信息")
    expect(desk.locator("#id_title")).to_have_value(MARKED)
    return desk


def keep_back(stage: Stage) -> None:
    """The deputy leader reads it in English and keeps it back."""
    judge = stage.desk("deputy", locale="en-GB")
    judge.goto(reverse("console:list_speech"))
    expect(judge.get_by_role("link", name="Title of a proposed topic")).to_be_visible()
    judge.locator("details summary", has_text="Hide it").click()
    judge.fill("input[name=why]", WHY)
    look(judge, "topic-queue-en")
    judge.locator("button[value=hide]").click()
    stage.settle_news()


def test_the_suggestion_is_taken_over(stage: Stage) -> None:
    desk = propose(stage)
    look(desk, "topic-marked")
    desk.get_by_role("button", name="改到标题里").click()
    expect(desk.locator("#id_title")).to_have_value(re.compile("（房号略）"))
    desk.get_by_role("button", name="以此标题提出").click()
    expect(desk.locator("main")).to_contain_text("已提议的议题")


def test_handed_in_kept_back_appealed_and_shown(stage: Stage) -> None:
    desk = propose(stage)
    desk.locator("summary", has_text="认为原文没有问题").click()
    look(desk, "topic-as-it-is")
    desk.get_by_role("button", name="按原文提交").click()
    expect(desk.locator(".tag", has_text="等待人工审核")).to_be_visible()
    look(desk, "topic-waits")
    keep_back(stage)
    desk.reload()
    expect(desk.locator("main")).to_contain_text(WHY)
    look(desk, "topic-kept-back")
    other = stage.desk("grid_leader", locale="en-GB")
    other.goto(desk.url)
    expect(other.locator("main")).not_to_contain_text(MARKED)
    look(other, "topic-kept-back-others-en")
    desk.fill("#id_words", "501是空置房，没有人住")
    desk.get_by_role("button", name="申诉").click()
    expect(desk.locator(".tag", has_text="申诉中")).to_be_visible()
    third = stage.desk("duty_desk")
    third.goto(reverse("console:list_speech"))
    third.fill("input[name=why]", "空置房，看不出是谁")
    third.locator("button[value=show]").click()
    stage.settle_news()
    other.reload()
    expect(other.locator("h1")).to_contain_text(MARKED)
    desk.goto(reverse("console:list_hot_issues"))
    look(desk, "topic-shown")


def test_a_clerk_edits_the_words(stage: Stage) -> None:
    desk = stage.desk("administrator")
    desk.goto(reverse("console:show_list", args=["speech"]))
    look(desk, "speech-list")
    desk.get_by_role("link", name="修改", exact=True).click()
    look(desk, "speech-words")
    words = desk.locator("#id_insults")
    words.fill(f"{words.input_value()}\n书记")
    desk.get_by_role("button", name="从现在起生效").click()
    expect(desk.locator("#id_insults_error")).to_contain_text("不算辱骂")
    look(desk, "speech-words-refused")
    words.fill(words.input_value().replace("书记", "木头脑袋"))
    desk.get_by_role("button", name="从现在起生效").click()
    expect(desk.locator(".list", has_text="辱骂或威胁")).to_be_visible()
    english = stage.desk("administrator", locale="en-GB")
    english.goto(reverse("console:edit_speech"))
    look(english, "speech-words-en")


def test_with_nobody_else_the_administrator_is_led_there_and_decides(stage: Stage) -> None:
    desk = propose(stage)
    desk.locator("summary", has_text="认为原文没有问题").click()
    desk.get_by_role("button", name="按原文提交").click()
    leave_alone(stage.world, "secretary")
    stage.settle_news()
    judge = stage.desk("administrator", locale="en-GB")
    judge.goto(reverse("console:messages"))
    look(judge, "topic-message-en")
    judge.get_by_role("link", name="A text for the public").click()
    look(judge, "topic-step-in-en")
    judge.get_by_role("link", name="Decide in the speech check").click()
    judge.locator("button[value=release]").click()
    expect(judge.locator("main")).to_contain_text("Decided, and written down.")
    stage.settle_news()
    desk.goto(reverse("console:messages"))
    look(desk, "topic-message")
    desk.get_by_role("link", name="标题已通过人工审核").click()
    expect(desk.locator(".tag", has_text="已提议")).to_be_visible()


PRESSED = """async address => {
    const filled = new FormData(document.querySelector('form:has(#id_title)'));
    const press = () => fetch(address, {method: 'POST', body: filled}).then(answer => answer.status);
    return [...await Promise.all([press(), press()]), await press()];
}"""
"""The same page handed in twice at once, and once more."""


def test_pressed_three_times_it_is_one_topic(stage: Stage) -> None:
    refs = lamp_reports(stage.world)
    desk = stage.desk("secretary")
    desk.goto(f"{reverse('console:list_hot_issues')}?issue={refs[0]}")
    assert desk.evaluate(PRESSED, reverse("console:propose_topic")) == [200, 200, 200]
    desk.get_by_role("button", name="提议为议题").click()
    expect(desk.locator("main")).to_contain_text("没有重复提议")
    look(desk, "topic-twice")
    desk.goto(reverse("console:list_hot_issues"))
    expect(desk.locator("main form", has_text="撤回")).to_have_count(1)
