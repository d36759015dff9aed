"""What the phone has to load: the first page whole, later ones only themselves."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone

FIRST_LOAD, LATER = 100 * 1024, 25 * 1024
RESIDENT_SHEET = 10 * 1024


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def files_of(page: str) -> set[str]:
    """Every static file a page names; the drawing of icons once."""
    return {name.split("#")[0] for name in re.findall(r'/static/([^"\']+)', page)}


def weigh(client: Client, address: str) -> tuple[int, int]:
    """The page alone, and with all its files."""
    content = client.get(address).content
    alone = packed(content)
    names = files_of(content.decode())
    parts = [finders.find(name) for name in names]
    assert all(parts), names
    return alone, alone + sum(packed(Path(str(part)).read_bytes()) for part in parts)


def test_the_first_load_is_light(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident").at("entrance")
    for name in ("home", "report"):
        _alone, whole = weigh(phone, reverse(f"resident:{name}"))
        assert whole <= FIRST_LOAD, (name, whole)


def test_later_pages_are_lighter(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    addresses = [reverse("resident:show_case", args=[phone.report()])]
    addresses += [reverse(f"resident:{name}") for name in ("home", "report", "mine", "list_messages")]
    for address in addresses:
        alone, _whole = weigh(phone, address)
        assert alone <= LATER, (address, alone)


def test_the_residents_sheet_stays_small() -> None:
    assert Path(str(finders.find("resident.css"))).stat().st_size <= RESIDENT_SHEET
