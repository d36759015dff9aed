"""Staff at the door."""

from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.web.asking import refuses
from tests.world import World

from gongzhi.accounts.actions import set_first_password
from gongzhi.kernel.actors import SYSTEM

ADDRESS = "console:sign_in"


def test_lets_staff_in_and_back_to_where_they_wanted(
    visitor: Client, world: World, settings: Settings
) -> None:
    settings.GONGZHI_DEMO = True
    password = set_first_password(world.grid_leader.user_id, actor=SYSTEM, keep=True)
    wanted = reverse("console:list_cases")
    filled = {"name": world.grid_leader.sign_in_name, "password": password}
    assert visitor.post(f"{reverse(ADDRESS)}?next={wanted}", filled).url == wanted
    assert visitor.get(wanted).status_code == 200


def test_says_no_beside_the_field_and_keeps_the_name(visitor: Client, world: World) -> None:
    answer = visitor.post(reverse(ADDRESS), {"name": "grid-leader", "password": "wrong"})
    assert answer.status_code == 400
    assert 'value="grid-leader"' in answer.content.decode()
    assert "wrong" not in answer.content.decode().replace("wrong-", "")


def test_leads_nowhere_outside(visitor: Client, world: World, settings: Settings) -> None:
    settings.GONGZHI_DEMO = True
    password = set_first_password(world.grid_leader.user_id, actor=SYSTEM, keep=True)
    filled = {"name": world.grid_leader.sign_in_name, "password": password}
    answer = visitor.post(f"{reverse(ADDRESS)}?next=https://example.org/", filled)
    assert answer.url == reverse("console:workbench")


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, reverse(ADDRESS), "put", "delete")
