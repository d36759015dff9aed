"""Setting up the authenticator."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.accounts.actions import set_first_password
from gongzhi.accounts.actions.second_factor import authenticator
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM

ADDRESS = "console:second_factor"


def test_shows_the_key_and_takes_its_first_code(world: World) -> None:
    set_first_password(world.grid_leader.user_id, actor=SYSTEM, keep=True)
    desk = Client(headers={"accept-language": "zh-hans"})
    desk.force_login(world.grid_leader.user)
    assert desk.get(reverse("console:workbench")).url == reverse(ADDRESS)
    page = desk.get(reverse(ADDRESS)).content.decode()
    secret = page.partition("<code>")[2].partition("</code>")[0]
    assert desk.post(reverse(ADDRESS), {"code": "000000"}).status_code == 400
    code = authenticator(secret).generate(int(clock.now().timestamp())).decode()
    assert "recovery" not in page
    assert 'class="codes"' in desk.post(reverse(ADDRESS), {"code": code}).content.decode()
    assert desk.get(reverse("console:workbench")).status_code == 200


def test_refuses_outsiders_and_other_methods(desk_of: Desk, visitor: Client) -> None:
    assert visitor.get(reverse(ADDRESS)).status_code == 404
    assert desk_of("resident").get(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("grid_leader"), reverse(ADDRESS), "put")
