"""Every page of every face that the permission table knows, with something on it, in both languages, those of
residents in large print too: no barrier, no sideways scrolling, no complaint of a script. And what the table
does not name: pages filled by what many reports, a draft or a question put there, what appears while one
types, the door, and nothing at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django import Settings
from tests.architecture.addresses import parts_of, path_of
from tests.architecture.permissions import CAST, OTHER_PARTS, PARTS, Row, read_table
from tests.architecture.scene import Scene, build_scene
from tests.cases.playing import placed
from tests.insight.answering import HOLLOW
from tests.insight.answering import settle as settle_with
from tests.insight.reporting import lamp_reports
from tests.journeys.stage import JOURNEY, Stage
from tests.routing.learning import labelled
from tests.routing.speaking import hold
from tests.web.asking import Phone, settle
from tests.web.browser import find_barriers, is_too_wide

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import edit_draft, train_sorter
from gongzhi.routing.queries import MovePath

pytestmark = JOURNEY
STAFF = ("grid_leader", "secretary", "administrator", "auditor")
SHOWN_TO_LEADERS = (
    *("list_hot_issues", "list_same_matter", "list_sent_answers", "list_speech", "list_unsure"),
    *("workbench", "list_cases", "choose_ground"),
)
SHOWN_TO_SETTERS = (
    *("show_learning", "edit_paths", "add_path", "preview_paths", "list_kinds", "add_kind"),
    *("try_sentence", "check_sentence"),
)
NO_PAGES = frozenset(  # pictures, tables, drawings for scripts; a redirect leads to a page that is here
    {
        "resident:outlines", "resident:here", "resident:manifest",
        "resident:service_worker", "resident:scan_entrance", "resident:show_file", "resident:find_places",
        "resident:export_my_record", "console:show_photo", "console:map_layers", "console:import_template",
        "console:certificate_document", "console:export_errors", "console:search",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """One way of looking: language, large print, widths."""

    language: str
    elder: bool
    widths: tuple[int, ...]


RESIDENT_LOOKS = (
    Look("zh-hans", False, (390, 320)),
    Look("en", False, (390, 320)),
    Look("zh-hans", True, (390, 320)),
    Look("en", True, (320,)),
)
CONSOLE_LOOKS = (Look("zh-hans", False, (1280, 320)), Look("en", False, (1280, 768)))
GAS = "二单元楼道里煤气味很重，有人头晕"
LAMP = "楼道灯不亮了，摸黑上楼"


def list_pages(face: str, person: str) -> list[Row]:
    """The pages of a face this person is the first of the four to open."""
    earlier = STAFF[: STAFF.index(person)] if person in STAFF else ()
    rows = [row for row in read_table().values() if row.method == "GET" and row.address.startswith(face)]
    return [
        row
        for row in rows
        if row.address not in NO_PAGES
        and row.answers[CAST.index(person)] == "y"
        and not any(row.answers[CAST.index(one)] == "y" for one in earlier)
    ]


def address_of(row: Row, scene: Scene) -> str:
    """The address with an object of the scene in it."""
    names = PARTS | OTHER_PARTS.get(row.address, {})
    return path_of(row.address, {part: scene.parts[names[part]] for part in parts_of(row.address)})


def look_at(page: Page, address: str, look: Look, status: int = 200) -> Iterator[str]:
    """What is wrong with a page, a line each."""
    page.set_viewport_size({"width": look.widths[0], "height": 844})
    answer = page.goto(address, wait_until="load")
    if answer is None or answer.status != status:
        yield f"{address}: {answer and answer.status}"
    yield from look_again(page, look)


def look_again(page: Page, look: Look) -> Iterator[str]:
    """The same for a page as it stands."""
    for width in look.widths:
        page.set_viewport_size({"width": width, "height": 844})
        where = f"{page.url} {look.language}{' large' if look.elder else ''} {width}"
        yield from (f"{where}: {barrier}" for barrier in find_barriers(page))
        if is_too_wide(page):
            yield f"{where}: too wide"


def wear(stage: Stage, page: Page, look: Look) -> None:
    """The preferences of one reader."""
    wears = {"django_language": look.language, "elder": "1" if look.elder else "0"}
    page.context.add_cookies([{"name": k, "value": v, "url": stage.address} for k, v in wears.items()])


def look_at_all(stage: Stage, page: Page, addresses: list[str], look: Look) -> list[str]:
    """Many pages, with the preferences of one reader."""
    wear(stage, page, look)
    return [line for address in addresses for line in look_at(page, address, look)]


def test_residents_pages(stage: Stage) -> None:
    scene = build_scene(stage.world)
    pages = [*list_pages("resident", "resident"), *list_pages("public", "resident")]
    addresses = [address_of(row, scene) for row in pages]
    mine = Phone(stage.world, "resident")
    done, running = mine.report(), mine.report("二楼水管漏水")
    settle(stage.world, done)
    stage.settle_news()
    addresses += [f"/case/{done}/", f"/case/{done}/refuse/", f"/case/{running}/", f"/sent/{running}/"]
    addresses += [f"/case/{running}/second/"]
    page = stage.phone("resident", at="entrance", bypass_csp=True)
    found = [line for look in RESIDENT_LOOKS for line in look_at_all(stage, page, addresses, look)]
    found += [line for look in RESIDENT_LOOKS for line in look_at_nothing(stage, page, look)]
    assert not found, "\n".join(found)


def look_at_nothing(stage: Stage, page: Page, look: Look) -> Iterator[str]:
    """The page that says there is nothing here."""
    wear(stage, page, look)
    yield from look_at(page, "/nothing-here/", look, 404)


def test_what_appears_while_one_types(stage: Stage) -> None:
    """The emergency numbers, the hint that somebody reported it already, and the door with its code."""
    Phone(stage.world, "neighbour").report(LAMP)
    stage.settle_news()
    page, stranger = stage.phone("resident", at="entrance", bypass_csp=True), stage.phone(bypass_csp=True)
    found: list[str] = []
    for number, look in enumerate(RESIDENT_LOOKS):
        for words, shown in ((GAS, "#danger"), (LAMP, "#similar form, #similar button")):
            wear(stage, page, look)
            page.goto(reverse("resident:report"))
            page.locator("#id_words").press_sequentially(words)
            page.locator(shown).first.wait_for(state="visible")
            found += look_again(page, look)
        wear(stage, stranger, look)
        found += look_at(stranger, reverse("resident:sign_in"), look)
        stranger.locator("[name=phone]").fill(f"1380000990{number}")
        stranger.locator("[name=phone]").press("Enter")
        stranger.wait_for_url("**/code/**")
        found += look_again(stranger, look)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("person", STAFF)
def test_pages_of_the_console(stage: Stage, person: str) -> None:
    scene = build_scene(stage.world)
    stage.settle_news()
    addresses = [address_of(row, scene) for row in list_pages("console", person)]
    assert addresses
    page = stage.desk(person, bypass_csp=True)
    found = [line for look in CONSOLE_LOOKS for line in look_at_all(stage, page, addresses, look)]
    assert not found, "\n".join(found)


def fill_the_desk(stage: Stage) -> dict[str, list[str]]:
    """Many reports of one matter, an answer that says little, words that wait, a report nobody is sure of, a
    draft of paths, questions put to the test benches: by person the addresses that show them."""
    world = stage.world
    refs = lamp_reports(world)
    settle_with(world, refs[0], HOLLOW)
    hold(world)
    placed(world, category="", category_id=None)
    train_sorter(labelled(), actor=SYSTEM)
    edit_draft(MovePath("11", -1), actor=world.administrator.actor)
    stage.settle_news()
    console = {name: reverse(f"console:{name}") for name in (*SHOWN_TO_LEADERS, *SHOWN_TO_SETTERS)}
    leaders = [console[name] for name in SHOWN_TO_LEADERS]
    setters = [console[name] for name in SHOWN_TO_SETTERS]
    return {
        "deputy": [*leaders, f"{console['list_hot_issues']}?issue={refs[1]}", f"/console/cases/{refs[1]}/"],
        "administrator": [
            *setters,
            reverse("console:show_list", args=["speech"]),
        ],
    }


@pytest.mark.parametrize("person", ["deputy", "administrator"])
def test_filled_pages_of_the_console(stage: Stage, person: str, settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path
    build_scene(stage.world)
    addresses = fill_the_desk(stage)[person]
    page = stage.desk(person, bypass_csp=True)
    found = [line for look in CONSOLE_LOOKS for line in look_at_all(stage, page, addresses, look)]
    assert not found, "\n".join(found)
