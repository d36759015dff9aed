"""Somebody rings; their number is typed into the box at the top, with and without JavaScript."""

import uuid

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.journeys.stage import JOURNEY, Stage

from gongzhi.intake.actions import submit_report
from gongzhi.intake.queries import ReportDraft, Spot
from gongzhi.kernel.refs import spoken
from gongzhi.territory.queries import get_place

pytestmark = JOURNEY


def submitted(stage: Stage) -> str:
    """A resident has reported; the number of the case."""
    spot = Spot(place_ref=get_place(stage.world.place("entrance")).ref)
    draft = ReportDraft(key=str(uuid.uuid4()), words="三层楼道的灯不亮了", spot=spot)
    ref = submit_report(draft, actor=stage.world.resident.actor).case_ref
    stage.settle_news()
    assert ref is not None
    return ref


def type_above(page: Page, words: str) -> None:
    """Into the box at the top, and Enter."""
    page.locator("#q").fill(words)
    with page.expect_navigation():
        page.locator("#q").press("Enter")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_number_in_the_box_gets_into_no_address(stage: Stage, scripts: bool) -> None:
    ref, phone = submitted(stage), stage.world.resident.phone
    desk = stage.desk("duty_desk", java_script_enabled=scripts)
    visited: list[str] = []
    desk.on("request", lambda request: visited.append(request.url))
    desk.goto(reverse("console:workbench"))
    type_above(desk, f"+86 {phone}")
    assert desk.url.endswith(reverse("console:find_caller"))
    expect(desk.locator("[name=phone]")).to_have_value(phone)
    desk.select_option("[name=purpose]", "tell-result")
    desk.locator("main button.main").click()
    expect(desk.locator("main")).to_contain_text(spoken(ref))
    assert visited and not any(phone in one or phone[3:7] + phone[7:] in one for one in visited)


@pytest.mark.parametrize("scripts", [True, False])
def test_words_in_the_box_and_filters_lead_to_the_list(stage: Stage, scripts: bool) -> None:
    ref, phone = submitted(stage), stage.world.resident.phone
    desk = stage.desk("secretary", java_script_enabled=scripts)
    desk.goto(reverse("console:workbench"))
    type_above(desk, "灯不亮")
    assert "words=" in desk.url
    expect(desk.locator("table.cases")).to_contain_text(spoken(ref))
    desk.locator("details.filters summary").click()
    desk.locator("[name=words]").fill(phone)
    desk.locator("details.filters button.main").click()
    expect(desk.locator("main")).to_contain_text("手机号")
    assert phone not in desk.url
