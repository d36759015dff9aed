"""An answer that says nothing is seen through while it is written, with and without JavaScript."""

from django.urls import reverse
from playwright.sync_api import expect
from tests.insight.answering import GOOD, HOLLOW
from tests.insight.reporting import report
from tests.journeys.stage import JOURNEY, Stage, keep_picture, open_case
from tests.web.browser import find_barriers, is_too_wide

from gongzhi.insight.models import SentReply

pytestmark = JOURNEY


def test_what_is_missing_shows_while_typing_and_the_answer_still_goes(stage: Stage) -> None:
    ref = report(stage.world, "二单元三层楼道的灯不亮了，晚上看不见路")
    desk = stage.desk("grid_leader")
    open_case(desk, ref, "console")
    box = desk.locator("#act-outcome-settle")
    box.locator("summary").click()
    box.locator("[name=note]").press_sequentially(HOLLOW)
    expect(box.get_by_text("居民可能还会问")).to_be_visible()
    keep_picture(desk, "13-reply-check")
    assert find_barriers(desk) == []
    box.locator("[name=note]").fill(GOOD)
    expect(box.get_by_text("都写清楚了")).to_be_visible()
    box.locator("[name=note]").fill(HOLLOW)
    expect(box.get_by_text("只有客套话")).to_be_visible()
    box.locator("[name=photos]").set_input_files(stage.picture_file("lamp", mended=True))
    with desk.expect_navigation():
        box.locator("button.main").click()
    assert SentReply.objects.get(case__ref=ref).shown
    stage.settle_news()
    above = stage.desk("deputy")
    above.goto(reverse("console:list_sent_answers"))
    expect(above.get_by_text("只有客套话").first).to_be_visible()
    keep_picture(above, "13-sent-answers")
    assert find_barriers(above) == []
    above.set_viewport_size({"width": 768, "height": 900})
    assert not is_too_wide(above)


def test_the_check_without_javascript(stage: Stage) -> None:
    ref = report(stage.world, "二单元三层楼道的灯不亮了")
    desk = stage.desk("grid_leader", java_script_enabled=False)
    open_case(desk, ref, "console")
    box = desk.locator("#act-outcome-settle")
    box.locator("summary").click()
    box.locator("[name=note]").fill(HOLLOW)
    box.get_by_role("button", name="检查答复").click()
    expect(desk.get_by_text("居民可能还会问")).to_be_visible()
    expect(desk.locator("#act-outcome-settle [name=note]")).to_have_value(HOLLOW)
    keep_picture(desk, "13-reply-check-no-script")
