"""A version is not begun under any more."""

import pytest
from tests.playbooks.home import DROPPED

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied
from gongzhi.playbooks.actions import publish_version, withdraw_version
from gongzhi.playbooks.actions.withdraw_version import AlreadyWithdrawn
from gongzhi.playbooks.queries import NoSuchPlaybook, current_version, get_version


@pytest.mark.django_db
def test_the_version_before_it_stands_again_and_cases_keep_theirs(world):
    first = publish_version(DROPPED, actor=SYSTEM)
    second = publish_version(DROPPED.replace("样例", "另一样例"), actor=SYSTEM)

    withdraw_version(second.id, actor=world.administrator.actor)

    assert current_version("sound").id == first.id
    assert get_version(second.id).title.zh == "另一样例"


@pytest.mark.django_db
def test_it_is_refused_to_others_and_done_once(world):
    version = publish_version(DROPPED, actor=SYSTEM)
    with pytest.raises(Denied):
        withdraw_version(version.id, actor=world.secretary.actor)

    withdraw_version(version.id, actor=SYSTEM)
    with pytest.raises(AlreadyWithdrawn):
        withdraw_version(version.id, actor=SYSTEM)
    with pytest.raises(NoSuchPlaybook):
        withdraw_version(987654321, actor=SYSTEM)
