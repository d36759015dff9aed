"""What is open to see around a place."""

import re
from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone, refuses
from tests.world import World

ADDRESS = reverse("resident:near")


def test_says_what_would_be_here_when_it_is_empty(world: World, visitor: Client) -> None:
    page = visitor.get(ADDRESS)
    assert page.status_code == 200
    assert 'class="empty"' in page.content.decode()


def test_never_shows_who_reported(phone_of: Callable[[str], Phone]) -> None:
    reporter = phone_of("resident")
    reporter.report()
    page = phone_of("neighbour").at("entrance").get(ADDRESS).content.decode()
    assert reporter.world.resident.phone not in page
    assert reporter.world.resident.name not in page


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "post", "put")


def test_goes_on_page_by_page(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    refs = {phone.report(f"第{n}盏灯不亮了") for n in range(27)}
    neighbour = phone_of("neighbour").at("entrance")
    first = neighbour.get(ADDRESS).content.decode()
    after = re.search(r"\?after=([\w=-]+)", first)
    assert after
    second = neighbour.get(ADDRESS, {"after": after[1]}).content.decode()
    assert sum(ref in first for ref in refs) == 25 and sum(ref in second for ref in refs) == 2
    last = next(ref for ref in refs if ref in second)
    assert neighbour.get(reverse("resident:second_case", args=[last])).status_code == 200
