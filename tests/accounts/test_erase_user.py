from datetime import timedelta

import pytest

from gongzhi.accounts.actions import NewToken, ensure_resident, erase_user, issue_token
from gongzhi.accounts.models import User
from gongzhi.accounts.queries import find_resident_by_phone, find_token, get_user
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from tests.world import World


def test_the_row_stays_empty_and_closed(world: World) -> None:
    own = NewToken(("cases:read",), clock.now() + timedelta(days=1), user_id=world.resident.user_id)
    secret = issue_token(own, actor=world.resident.actor).secret
    erase_user(world.resident.user_id, actor=SYSTEM)
    row = User.objects.get(pk=world.resident.user_id)
    assert (row.phone, row.phone_hash, row.display_name, row.is_active) == (None, None, "", False)
    assert get_user(row.pk).closed
    assert find_token(secret) is None
    assert find_resident_by_phone(world.resident.phone) is None


def test_the_phone_may_come_back_as_somebody_new(world: World) -> None:
    erase_user(world.resident.user_id, actor=SYSTEM)
    assert ensure_resident(world.resident.phone, actor=SYSTEM) != world.resident.user_id
    with pytest.raises(NotFound):
        erase_user(987654, actor=SYSTEM)
