import pytest
from tests.routing.test_publish_list import ONE
from tests.world import World

from gongzhi.kernel.errors import Denied, NotFound
from gongzhi.routing.actions import publish_list, restore_list
from gongzhi.routing.queries import ListKind, list_paths


def test_an_earlier_version_holds_again_as_a_new_one(street: World) -> None:
    publish_list(ListKind.PATHS, ONE, actor=street.administrator.actor)
    assert len(list_paths()) == 1
    assert restore_list(ListKind.PATHS, 1, actor=street.administrator.actor) == 3
    assert len(list_paths()) == 11


def test_refusals(street: World) -> None:
    with pytest.raises(NotFound):
        restore_list(ListKind.PATHS, 9, actor=street.administrator.actor)
    with pytest.raises(Denied):
        restore_list(ListKind.PATHS, 1, actor=street.leader.actor)
