"""A password of one's own."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.accounts.actions import set_first_password
from gongzhi.kernel.actors import SYSTEM

ADDRESS = "console:change_password"
NEW = "槐树下的第九盏灯照着回家的路-2036"


def test_changes_it_and_stays_signed_in(desk_of: Desk, world: World) -> None:
    desk = desk_of("grid_leader")
    former = set_first_password(world.grid_leader.user_id, actor=SYSTEM, keep=True)
    desk.force_login(world.grid_leader.user)
    answer = desk.post(reverse(ADDRESS), {"former": former, "password": NEW, "again": NEW})
    assert answer.url == reverse("console:workbench")
    assert desk.get(reverse("console:workbench")).status_code == 200


def test_says_what_is_wrong(desk_of: Desk, world: World) -> None:
    desk = desk_of("grid_leader")
    former = set_first_password(world.grid_leader.user_id, actor=SYSTEM, keep=True)
    desk.force_login(world.grid_leader.user)
    assert desk.post(reverse(ADDRESS), {"former": former, "password": NEW, "again": "x"}).status_code == 400
    assert desk.post(reverse(ADDRESS), {"former": "no", "password": NEW, "again": NEW}).status_code == 400


def test_refuses_outsiders_and_other_methods(desk_of: Desk, visitor: Client) -> None:
    assert visitor.get(reverse(ADDRESS)).status_code == 404
    assert desk_of("resident").get(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("grid_leader"), reverse(ADDRESS), "put")
