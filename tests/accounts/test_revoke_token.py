import pytest

from gongzhi.accounts.actions import issue_token, revoke_token
from gongzhi.accounts.models import AccessRecord
from gongzhi.accounts.queries import find_token
from gongzhi.kernel.errors import Denied, NotFound
from tests.accounts.test_issue_token import for_system
from tests.world import World


def test_a_revoked_key_opens_nothing(world: World) -> None:
    admin = world.administrator.actor
    issued = issue_token(for_system(), actor=admin)
    revoke_token(issued.ref, actor=admin)
    revoke_token(issued.ref, actor=admin)
    assert find_token(issued.secret) is None
    assert AccessRecord.objects.filter(kind="token-revoked").count() == 1


def test_others_may_not(world: World) -> None:
    issued = issue_token(for_system(), actor=world.administrator.actor)
    with pytest.raises(Denied):
        revoke_token(issued.ref, actor=world.secretary.actor)
    with pytest.raises(NotFound):
        revoke_token("000000000000", actor=world.administrator.actor)
