"""What somebody worked on is dropped."""

import pytest
from tests.routing.test_edit_draft import LAMPS
from tests.world import World

from gongzhi.kernel.errors import Denied
from gongzhi.routing.actions import discard_draft, edit_draft
from gongzhi.routing.queries import PutPath, find_draft


def test_it_is_gone_and_may_be_dropped_twice(street: World) -> None:
    edit_draft(PutPath(LAMPS), actor=street.administrator.actor)
    discard_draft(actor=street.administrator.actor)
    discard_draft(actor=street.administrator.actor)
    assert find_draft(street.administrator.actor) is None


def test_only_who_configures(street: World) -> None:
    with pytest.raises(Denied):
        discard_draft(actor=street.secretary.actor)
