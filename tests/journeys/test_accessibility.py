"""Every page of every face that the permission table knows, with something on it, in both languages, those of
residents in large print too: no barrier, no sideways scrolling, no complaint of a script."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page
from tests.architecture.addresses import parts_of, path_of
from tests.architecture.permissions import CAST, OTHER_PARTS, PARTS, Row, read_table
from tests.architecture.scene import Scene, build_scene
from tests.journeys.stage import JOURNEY, Stage
from tests.web.asking import Phone, settle
from tests.web.browser import find_barriers, is_too_wide

pytestmark = JOURNEY
STAFF = ("grid_leader", "secretary", "administrator", "auditor")
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
    """One way of looking: language, large print, width."""

    language: str
    elder: bool
    width: int


RESIDENT_LOOKS = (Look("zh-hans", False, 390), Look("en", False, 320), Look("zh-hans", True, 320))
CONSOLE_LOOKS = (Look("zh-hans", False, 1280), Look("en", False, 768), Look("zh-hans", False, 320))


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


def look_at(page: Page, address: str, look: Look) -> Iterator[str]:
    """What is wrong with a page, a line each."""
    answer = page.goto(address, wait_until="load")
    where = f"{address} {look.language}{' large' if look.elder else ''} {look.width}"
    if answer is None or not answer.ok:
        yield f"{where}: {answer and answer.status}"
    yield from (f"{where}: {barrier}" for barrier in find_barriers(page))
    if is_too_wide(page):
        yield f"{where}: too wide"


def look_at_all(stage: Stage, page: Page, addresses: list[str], look: Look) -> list[str]:
    """The same for many pages, with the preferences of one reader."""
    wears = {"django_language": look.language, "elder": "1" if look.elder else "0"}
    page.context.add_cookies([{"name": k, "value": v, "url": stage.address} for k, v in wears.items()])
    page.set_viewport_size({"width": look.width, "height": 844})
    return [line for address in addresses for line in look_at(page, address, look)]


def test_residents_pages(stage: Stage) -> None:
    scene = build_scene(stage.world)
    pages = [*list_pages("resident", "resident"), *list_pages("public", "resident")]
    addresses = [address_of(row, scene) for row in pages]
    done = Phone(stage.world, "resident").report()
    settle(stage.world, done)
    stage.settle_news()
    addresses += [f"/case/{done}/", f"/case/{done}/refuse/"]
    page = stage.phone("resident", at="entrance", bypass_csp=True)
    found = [line for look in RESIDENT_LOOKS for line in look_at_all(stage, page, addresses, look)]
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
