"""A stage for browser journeys: phones and desks of the cast in front of the running site, pictures kept."""

import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page
from tests.web.browser import ROOT, new_phone, take_over_session
from tests.world import LONG_AGO, World

from gongzhi.cases.queries import CaseFacts, find_case_for, list_mine
from gongzhi.cli.demo.pictures import draw_picture
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.delivery import drain
from gongzhi.rulebook.actions import NewValue, override_value
from gongzhi.territory.queries import get_place

JOURNEY = [pytest.mark.journey, pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")]
PICTURES = ROOT / "artefacts" / "journeys"
DESK = {"width": 1280, "height": 900}


@dataclass
class Stage:
    """One journey: a browser, the site, the street. `faults` gathers what the pages' consoles complain of."""

    browser: Browser
    address: str
    world: World
    folder: Path
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def phone(self, key: str = "", *, at: str = "", **options: object) -> Page:
        """A phone of 390 px; signed in as one of the cast, or nobody's; `at`: where it was last."""
        context = new_phone(self.browser, self.address, has_touch=True, is_mobile=True, **options)
        if key:
            self._sign_in(context, key)
        self._stand_at(context, at)
        return self._open(context)

    def desk(self, key: str, *, at: str = "", **options: object) -> Page:
        """A screen of 1280 px with one of the staff in front of it."""
        context = new_phone(self.browser, self.address, **{"viewport": DESK, **options})
        self._sign_in(context, key)
        self._stand_at(context, at)
        return self._open(context)

    def picture_file(self, name: str, *, mended: bool = False) -> str:
        """A photo to send, as a file."""
        place = self.folder / f"{name}.jpg"
        place.write_bytes(draw_picture(random.Random(name), mended=mended))
        return str(place)

    def case(self, words: str, reporter: str = "resident") -> CaseFacts:
        """The one case this resident reported in these words, as it stands."""
        rows = list_mine(self.world.people[reporter].actor).rows
        (ref,) = [row.ref for row in rows if row.words.startswith(words)]
        return find_case_for(SYSTEM, ref)

    def settle_news(self) -> None:
        """What the worker would do: everybody concerned is told, questions are put."""
        drain()

    def close(self) -> None:
        """Put everything away; a journey with complaints of a page has failed."""
        for context in self.contexts:
            context.close()
        assert not self.faults, "\n".join(self.faults)

    def _sign_in(self, context: BrowserContext, key: str) -> None:
        client = self.world.sign_in(Client(), key)
        take_over_session(context, self.address, client.cookies["sessionid"].value)

    def _stand_at(self, context: BrowserContext, key: str) -> None:
        if key:
            place = get_place(self.world.place(key)).ref
            context.add_cookies([{"name": "place", "value": place, "url": self.address}])

    def _open(self, context: BrowserContext) -> Page:
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"{page.url} script: {error}"))
        page.on("console", lambda said: self._listen(page, said.type, said.text))
        return page

    def _listen(self, page: Page, kind: str, text: str) -> None:
        """Errors count; that a phone has no signal, that a refusal is a 4xx, or that a question was dropped
        for a newer one, is no fault of the page."""
        expected = ("ERR_INTERNET_DISCONNECTED", "status of 4", "htmx:sendAbort", "htmx:afterRequest")
        if kind == "error" and not any(one in text for one in expected):
            self.faults.append(f"{page.url} console: {text}")


def keep_picture(page: Page, name: str, *, whole: bool = True) -> None:
    """A screenshot for people to look at."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    former = page.viewport_size or DESK
    if whole:  # a tall screen: on a long picture of a low one the tabs would lie across the middle
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": former["width"], "height": max(height, former["height"])})
    page.screenshot(path=PICTURES / f"{name}.png", caret="initial")
    page.set_viewport_size(former)


def open_case(page: Page, ref: str, face: str = "resident") -> None:
    """The page of a case."""
    page.goto(reverse(f"{face}:show_case", args=[ref]))


def press_outcome(page: Page, ref: str, outcome: str, **filled: str) -> None:
    """On a case of the console: open the form of the outcome, fill it in, press. `photos` is a file."""
    fill_act(page, reverse("console:take_outcome", args=[ref, outcome]), f"outcome-{outcome}", **filled)


def press_act(page: Page, ref: str, act: str, *, answer: str = "", **filled: str) -> None:
    """The same for anything else staff can do; `answer` chooses one of several buttons."""
    fill_act(page, reverse("console:act_on_case", args=[ref, act]), act, answer=answer, **filled)


def fill_act(page: Page, action: str, act: str, *, answer: str = "", **filled: str) -> None:
    """Open one form of the case page, fill and send it; it must not come back with an error."""
    box = page.locator(f"#act-{act}")
    box.locator("summary").click()
    form = box.locator(f'form[action="{action}"]')
    for name, value in filled.items():
        wanted = form.locator(f'[name="{name}"]')
        if name == "photos":
            wanted.set_input_files(value)
        elif wanted.evaluate("one => one.tagName") == "SELECT":
            wanted.select_option(value)
        else:
            wanted.fill(value)
    button = form.locator(f'button[name=answer][value="{answer}"]') if answer else form.locator("button.main")
    with page.expect_navigation() as going:
        button.click()
    refused = page.locator(".note.danger, .error").all_inner_texts()
    assert going.value and going.value.ok, refused


def send_report(stage: Stage, phone: Page, words: str, entrance: str = "entrance") -> str:
    """A report from the entrance, sent on the page; answers its number once everybody has been told."""
    phone.goto(f"/e/{get_place(stage.world.place(entrance)).token}")
    phone.fill("#id_words", words)
    phone.click("button.big[type=submit]")
    phone.wait_for_url("**/sent/**")
    stage.settle_news()
    return phone.url.rstrip("/").rpartition("/")[2]


def let_reports_run_by(playbook: str) -> None:
    """The street chooses the method of its reports."""
    new = NewValue(
        key="playbook.report",
        value=playbook,
        unit="text",
        source="街道办公会",
        effective=LONG_AGO,
        ground_id=0,
    )
    override_value(new, actor=SYSTEM)
