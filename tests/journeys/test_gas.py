"""A gas report: the number while one types, the duty desk rings, and the same without JavaScript."""

from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.journeys.stage import JOURNEY, Stage, keep_picture

from gongzhi.messages.models import Message
from gongzhi.territory.queries import get_place

pytestmark = JOURNEY
GAS = "二单元楼道里煤气味很重，有人头晕"
CALM = "没有着火，就是楼下烧烤的烟飘上来"


def scan(stage: Stage, page: Page) -> None:
    """The code at the entrance."""
    page.goto(f"/e/{get_place(stage.world.place('entrance')).token}")


def test_gas_shows_the_number_while_typing_and_rings_at_the_duty_desk(stage: Stage) -> None:
    phone = stage.phone("resident")
    scan(stage, phone)
    phone.locator("#id_words").tap()
    phone.keyboard.type(GAS)
    expect(phone.locator("#danger")).to_be_visible()
    expect(phone.locator("#danger")).to_contain_text("请马上离开屋子")
    keep_picture(phone, "12-gas-typing")
    phone.locator("button.big[type=submit]").tap()
    phone.wait_for_url("**/sent/**")
    expect(phone.get_by_text("请马上离开屋子").first).to_be_visible()
    keep_picture(phone, "12-gas-sent")
    case = stage.case(GAS)
    assert case.urgency == "critical"
    stage.settle_news()
    rung = set(Message.objects.filter(template="danger", urgent=True).values_list("to_id", flat=True))
    assert {stage.world.duty_desk.user_id, stage.world.grid_leader.user_id} <= rung
    desk = stage.desk("duty_desk")
    desk.goto(reverse("console:messages"))
    keep_picture(desk, "12-gas-desk")


def test_a_fire_that_is_none_shows_no_number(stage: Stage) -> None:
    phone = stage.phone("resident")
    scan(stage, phone)
    phone.locator("#id_words").tap()
    with phone.expect_response(lambda answer: "similar" in answer.url):
        phone.keyboard.type(CALM)
    expect(phone.locator("#danger")).to_be_hidden()
    keep_picture(phone, "12-no-gas")


def test_gas_without_javascript(stage: Stage) -> None:
    phone = stage.phone("resident", java_script_enabled=False)
    scan(stage, phone)
    phone.fill("#id_words", GAS)
    phone.click("button.big[type=submit]")
    phone.wait_for_url("**/sent/**")
    expect(phone.locator("a[href='tel:119']").first).to_be_visible()
    keep_picture(phone, "12-gas-no-script")
