"""Chinese or English."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

ADDRESS = "console:speak"


def test_the_choice_is_kept(desk_of: Desk, world: World) -> None:
    desk = desk_of("grid_leader")
    back = reverse("console:list_cases")
    answer = desk.post(reverse(ADDRESS), {"language": "en", "next": back})
    assert answer.url == back
    assert world.grid_leader.user.language == "en"
    assert "Cases" in desk.get(back).content.decode()


def test_leads_nowhere_else_and_knows_two_languages(desk_of: Desk) -> None:
    desk = desk_of("grid_leader")
    away = desk.post(reverse(ADDRESS), {"language": "en", "next": "https://example.org/"})
    assert away.url == reverse("console:workbench")
    assert desk.post(reverse(ADDRESS), {"language": "xx"}).status_code == 400


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, reverse(ADDRESS), "get")
