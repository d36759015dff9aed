"""A real browser for tests: the system's Chromium, driven by playwright, without the network."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from scripts.browser import find_browser

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PHONE = {"width": 390, "height": 844}
SERIOUS = ("serious", "critical")


@contextmanager
def open_browser() -> Iterator[Browser]:
    """One browser; playwright's loop runs in this thread, so Django is told that its queries are meant."""
    former = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
            yield browser
            browser.close()
    finally:
        if former is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
        else:
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = former


def new_phone(browser: Browser, address: str, **options: object) -> BrowserContext:
    """A phone of 390 px that reads Chinese, at the site's address."""
    wanted = {"viewport": PHONE, "locale": "zh-CN", "base_url": address, **options}
    return browser.new_context(**wanted)  # type: ignore[arg-type]


def take_over_session(phone: BrowserContext, address: str, session: str) -> None:
    """Sign the phone in with the session of a test client."""
    phone.add_cookies([{"name": "sessionid", "value": session, "url": address}])


def find_barriers(page: Page) -> list[str]:
    """Serious and critical findings of axe-core on the page as it stands, a line each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{one['impact']} {one['id']}: {[node['target'] for node in one['nodes']][:3]}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
    ]


def is_too_wide(page: Page) -> bool:
    """Whether one would have to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"))
