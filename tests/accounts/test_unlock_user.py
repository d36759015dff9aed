import pytest

from gongzhi.accounts.actions import Credentials, set_first_password, sign_in_staff, unlock_user
from gongzhi.accounts.rules import WrongSignIn
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied
from tests.world import World


def test_a_resting_account_is_woken(world: World) -> None:
    password = set_first_password(world.deputy.user_id, actor=SYSTEM)
    for _ in range(5):
        with pytest.raises(WrongSignIn):
            sign_in_staff(Credentials("deputy", "wrong"), actor=VISITOR)
    assert world.deputy.user.locked_until is not None
    unlock_user(world.deputy.user_id, actor=world.administrator.actor)
    assert sign_in_staff(Credentials("deputy", password), actor=VISITOR).pk == world.deputy.user_id


def test_others_may_not(world: World) -> None:
    with pytest.raises(Denied):
        unlock_user(world.deputy.user_id, actor=world.deputy.actor)
