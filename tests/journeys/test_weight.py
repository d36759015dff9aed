"""What a resident's phone loads over the wire, measured in the browser from a server that packs as in use."""

import json
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.test.testcases import LiveServerThread
from django.urls import reverse
from playwright.sync_api import Browser, Page, Request
from pytest_django import Settings
from tests.journeys.stage import JOURNEY, PICTURES, Stage, send_report
from tests.world import World

pytestmark = JOURNEY
FIRST_LOAD, LATER = 100 * 1024, 25 * 1024


@pytest.fixture
def packed_stage(
    browser: Browser, world: World, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """The site with its static files collected and packed, served as they are in use."""
    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")
    call_command("collectstatic", verbosity=0, interactive=False)
    server = LiveServerThread("localhost", static_handler=lambda site: site)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    assert server.error is None
    stage = Stage(browser, f"http://localhost:{server.port}", world, tmp_path_factory.mktemp("photos"))
    yield stage
    stage.close()
    server.terminate()


def weigh(page: Page, address: str) -> dict[str, int]:
    """Bytes on the wire of everything a page asks for, heads included."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.on("requestfinished", note)
    page.goto(address, wait_until="networkidle")
    page.remove_listener("requestfinished", note)
    return {one.url: sum_of(one) for one in asked if not one.url.startswith(("blob:", "data:"))}


def sum_of(request: Request) -> int:
    """Body as it was sent, and head."""
    sizes = request.sizes()
    return max(sizes["responseBodySize"], 0) + max(sizes["responseHeadersSize"], 0)


def test_the_first_load_and_later_pages(packed_stage: Stage) -> None:
    figures: dict[str, int] = {}
    for name in ("home", "report"):
        first = weigh(packed_stage.phone("resident", at="entrance", service_workers="block"), _at(name))
        assert any(".css" in url for url in first) and sum(first.values()) <= FIRST_LOAD, first
        figures[f"first load of {name}"] = sum(first.values())
    phone = packed_stage.phone("resident", service_workers="block")
    ref = send_report(packed_stage, phone, "三层楼道的灯不亮了")
    heavy = {}
    for address in (
        _at("home"),
        _at("mine"),
        _at("list_messages"),
        reverse("resident:show_case", args=[ref]),
    ):
        later = weigh(phone, address)
        heavy |= {address: later} if sum(later.values()) > LATER else {}
        figures[f"later {address.replace(ref, ref[:0])}"] = sum(later.values())
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / "weight.json").write_text(json.dumps(figures, indent=1), "utf-8")
    assert not heavy, heavy


def _at(name: str) -> str:
    return reverse(f"resident:{name}")
