import pytest

from gongzhi.accounts.actions import NewStaff, create_staff
from gongzhi.accounts.actions.create_staff import NameTaken
from gongzhi.accounts.models import User
from gongzhi.accounts.rules import BadSignInName
from gongzhi.kernel.actors import SYSTEM, VISITOR, Actor
from gongzhi.kernel.errors import Denied
from tests.world import World


def test_a_new_account_has_no_password_at_all(db: None) -> None:
    user_id = create_staff(NewStaff("Zhang.San", " 张三 "), actor=SYSTEM)
    user = User.objects.get(pk=user_id)
    assert (user.sign_in_name, user.display_name) == ("zhang.san", "张三")
    assert not user.has_usable_password() and user.must_change_password


def test_two_cannot_sign_in_under_one_name(db: None) -> None:
    create_staff(NewStaff("zhang", "张三"), actor=SYSTEM)
    with pytest.raises(NameTaken):
        create_staff(NewStaff("ZHANG", "张四"), actor=SYSTEM)
    with pytest.raises(BadSignInName):
        create_staff(NewStaff("张", "张四"), actor=SYSTEM)


def test_only_the_administrator_opens_accounts(world: World) -> None:
    create_staff(NewStaff("new-one", "新同事"), actor=world.administrator.actor)
    others = (world.leader, world.auditor, world.secretary, world.resident)
    for actor in (*(one.actor for one in others), VISITOR, Actor(kind="token")):
        with pytest.raises(Denied):
            create_staff(NewStaff("new-two", "新同事"), actor=actor)
