"""A report written without a signal: kept in the phone, shown as waiting, sent once when there is one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.web.asking import Phone, picture
from tests.web.browser import new_phone, open_browser, take_over_session

from gongzhi.cases.queries import find_case_for, list_mine


def write_report(page: Page, photo: Path) -> None:
    """Words and a photo, then send."""
    page.fill("#id_words", "三层楼道的灯不亮了")
    page.set_input_files("input[name=pictures]", str(photo))
    expect(page.locator(".slot img")).to_be_visible()
    page.click("button.big[type=submit]")


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_an_offline_report_is_sent_later_once(
    live_server: LiveServer, phone_of: Callable[[str], Phone], tmp_path: Path
) -> None:
    phone = phone_of("resident").at("entrance")
    photo = tmp_path / "lamp.jpg"
    photo.write_bytes(picture().getvalue())
    with open_browser() as browser:
        context = new_phone(browser, live_server.url)
        take_over_session(context, live_server.url, phone.cookies["sessionid"].value)
        place = {"name": "place", "value": phone.cookies["place"].value, "url": live_server.url}
        context.add_cookies([place])  # type: ignore[list-item]
        page = context.new_page()
        page.goto(reverse("resident:report"))
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        context.set_offline(True)
        write_report(page, photo)
        expect(page.locator("#kept")).to_be_visible()
        expect(page.locator("#pending")).to_contain_text("待发送")
        page.goto(reverse("resident:home"))  # the page kept for times without a signal answers
        expect(page.locator("h1")).to_contain_text("没有信号")
        context.set_offline(False)
        expect(page.locator("#sent-later")).to_be_visible(timeout=15_000)
        page.goto(reverse("resident:home"))
        expect(page.locator("#pending")).to_be_hidden()
    rows = list_mine(phone.world.resident.actor).rows
    assert [row.words for row in rows] == ["三层楼道的灯不亮了"]
    case = find_case_for(phone.world.resident.actor, rows[0].ref)
    assert len(case.photos) == 1


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_with_a_signal_it_is_sent_at_once_with_its_photo(
    live_server: LiveServer, phone_of: Callable[[str], Phone], tmp_path: Path
) -> None:
    phone = phone_of("resident").at("entrance")
    photo = tmp_path / "lamp.jpg"
    photo.write_bytes(picture().getvalue())
    with open_browser() as browser:
        context = new_phone(browser, live_server.url)
        take_over_session(context, live_server.url, phone.cookies["sessionid"].value)
        place = {"name": "place", "value": phone.cookies["place"].value, "url": live_server.url}
        context.add_cookies([place])  # type: ignore[list-item]
        page = context.new_page()
        page.goto(reverse("resident:report"))
        write_report(page, photo)
        page.wait_for_url("**/sent/**")
    rows = list_mine(phone.world.resident.actor).rows
    assert len(rows) == 1
    assert len(rows[0].photos) == 1
