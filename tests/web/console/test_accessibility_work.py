"""Every page of the daily work, in both languages: no barrier, no sideways scrolling, no error of a
script."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer
from tests.web.browser import find_barriers, is_too_wide, new_phone, open_browser, take_over_session
from tests.web.console.conftest import Desk, Report
from tests.world import World

from gongzhi.territory.queries import get_area

WAYS = [("zh-hans", 1280), ("en", 1280), ("zh-hans", 768), ("en", 320)]
PLAIN = (
    *("workbench", "show_week", "list_cases", "take_in", "paste_chat", "list_imports", "list_sheets"),
    *("messages", "sign_in", "change_password", "find_caller"),
)


def addresses(world: World, ref: str) -> list[str]:
    """A page of each kind, with something on it."""
    grid = get_area(world.areas["grid"]).ref
    return [
        *(reverse(f"console:{name}") for name in PLAIN),
        f"{reverse('console:workbench')}?open={ref}",
        reverse("console:show_case", args=[ref]),
        reverse("console:show_near", args=[ref]),
        reverse("console:show_sheet", args=[grid]),
        f"{reverse('console:take_in')}?words=这里有燃气味&address=翠苑小区3号楼",
    ]


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_no_page_of_the_work_has_a_barrier(
    live_server: LiveServer, world: World, desk_of: Desk, report: Report
) -> None:
    wanted = addresses(world, report())
    desk: Client = desk_of("hotline_clerk")
    found: list[str] = []
    with open_browser() as browser:
        for language, width in WAYS:
            context = new_phone(
                browser, live_server.url, viewport={"width": width, "height": 900}, bypass_csp=True
            )
            take_over_session(context, live_server.url, desk.cookies["sessionid"].value)
            context.add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
            page = context.new_page()
            page.on("pageerror", lambda error, found=found: found.append(f"script: {error}"))
            for address in wanted:
                page.goto(address)
                found += [f"{address} {language} {line}" for line in find_barriers(page)]
                found += [f"{address} {language} too wide at {width}"] if is_too_wide(page) else []
    assert not found, "\n".join(found)


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_on_a_phone_a_case_opens_in_sight(live_server: LiveServer, desk_of: Desk, report: Report) -> None:
    """Beside the list there is no room, and below a long list nobody finds it: it opens on its own page."""
    ref = report()
    desk: Client = desk_of("grid_leader")
    with open_browser() as browser:
        phone = new_phone(browser, live_server.url)
        take_over_session(phone, live_server.url, desk.cookies["sessionid"].value)
        page = phone.new_page()
        page.goto(reverse("console:workbench"))
        page.click(".case-row .title")
        page.wait_for_url(f"**{reverse('console:show_case', args=[ref])}")
