import pytest

from gongzhi.accounts.actions import Credentials, set_first_password, sign_in_staff
from gongzhi.accounts.queries import sign_in_gaps
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied, NotFound
from tests.world import World


def test_the_first_password_must_be_changed(world: World) -> None:
    password = set_first_password(world.secretary.user_id, actor=world.administrator.actor)
    user = sign_in_staff(Credentials("secretary", password), actor=VISITOR)
    gaps = sign_in_gaps(user)
    assert len(password) == 16
    assert gaps.must_change_password and gaps.must_enrol


def test_two_first_passwords_differ(world: World) -> None:
    one = set_first_password(world.secretary.user_id, actor=SYSTEM)
    assert one != set_first_password(world.deputy.user_id, actor=SYSTEM)


def test_nobody_else_sets_it_and_residents_have_none(world: World) -> None:
    with pytest.raises(Denied):
        set_first_password(world.secretary.user_id, actor=world.leader.actor)
    with pytest.raises(NotFound):
        set_first_password(world.resident.user_id, actor=SYSTEM)
