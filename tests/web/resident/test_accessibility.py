"""Every resident and public page, in both languages and in large print: no barrier, no sideways scrolling, no
error of a script."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer
from tests.web.asking import Phone, settle
from tests.web.browser import find_barriers, is_too_wide, new_phone, open_browser, take_over_session

WAYS = [
    ("zh-hans", "0", 390),
    ("en", "0", 390),
    ("zh-hans", "1", 390),
    ("en", "1", 320),
    ("zh-hans", "0", 320),
]


def addresses(phone: Phone) -> list[str]:
    """A page of each kind, with something on it."""
    done, open_case = phone.report(), phone.report("二楼水管漏水")
    settle(phone.world, done)
    on_cases = [
        reverse(f"resident:{name}", args=[ref])
        for name, ref in (
            ("show_case", done),
            ("show_case", open_case),
            ("refuse_result", done),
            ("sent", open_case),
            ("second_case", open_case),
        )
    ]
    names = [
        "home",
        "near",
        "report",
        "mine",
        "list_messages",
        "list_looks",
        "my_record",
        "erase_my_record",
        "sign_in",
        "offline",
    ]
    public = [reverse(f"public:{name}") for name in ("list_progress",)]
    return on_cases + [reverse(f"resident:{name}") for name in names] + public + ["/nothing-here/"]


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_no_page_has_a_barrier(live_server: LiveServer, phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident").at("entrance")
    found: list[str] = []
    wanted = addresses(phone)
    with open_browser() as browser:
        for language, elder, width in WAYS:
            context = new_phone(
                browser, live_server.url, viewport={"width": width, "height": 844}, bypass_csp=True
            )
            take_over_session(context, live_server.url, phone.cookies["sessionid"].value)
            prefers = {"django_language": language, "elder": elder, "place": phone.cookies["place"].value}
            context.add_cookies([{"name": k, "value": v, "url": live_server.url} for k, v in prefers.items()])
            page = context.new_page()
            page.on("pageerror", lambda error, found=found: found.append(f"script: {error}"))
            for address in wanted:
                page.goto(address)
                found += [f"{address} {language} {elder} {line}" for line in find_barriers(page)]
                found += [f"{address} {language} {elder} too wide at {width}"] if is_too_wide(page) else []
    assert not found, "\n".join(found)
