"""What is open to see around a place."""

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
