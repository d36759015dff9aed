"""A text for the public is marked, hidden with the reason, and shown after all on appeal by somebody else."""

from django.urls import reverse
from playwright.sync_api import expect
from tests.journeys.stage import JOURNEY, Stage, keep_picture
from tests.routing.speaking import SUBJECT, hold, state_of
from tests.web.browser import find_barriers

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import appeal_speech

pytestmark = JOURNEY
MARKED = "这个主任就是个白痴，有事打13800001234，住3号楼二单元501"


def test_marked_hidden_appealed_and_shown(stage: Stage) -> None:
    hold(stage.world, MARKED)
    desk = stage.desk("secretary")
    desk.goto(reverse("console:list_speech"))
    expect(desk.locator("mark").first).to_contain_text("白痴")
    desk.locator("details summary", has_text="隐藏").click()
    keep_picture(desk, "13-speech-waits")
    desk.fill("input[name=why]", "有骂人的话，请改写后再发")
    desk.locator("button[value=hide]").click()
    expect(desk.get_by_text("有骂人的话，请改写后再发")).to_be_visible()
    appeal_speech(SUBJECT, "这是引用对方的原话", actor=SYSTEM)
    other = stage.desk("deputy", locale="en-GB")
    other.goto(reverse("console:list_speech"))
    other.fill("input[name=why]", "是引用，不是骂人")
    keep_picture(other, "13-speech-appeal")
    other.locator("button[value=show]").click()
    expect(other.get_by_role("status").first).to_be_visible()
    assert state_of() == "passed"


def test_a_sentence_is_tried(stage: Stage) -> None:
    desk = stage.desk("administrator")
    desk.goto(reverse("console:check_sentence"))
    desk.fill("#id_words", MARKED)
    desk.locator("main form button").first.click()
    expect(desk.locator("mark")).to_have_count(3)
    assert "words" not in desk.url
    keep_picture(desk, "13-speech-check")
    assert not find_barriers(desk)
