"""mark_messages_read: one's own, up to where one has read."""

import pytest

from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied
from gongzhi.messages.actions import Telling, mark_messages_read, tell_users
from gongzhi.messages.queries import count_unread, list_messages
from tests.world import World


def test_up_to_the_last_one_seen(world: World) -> None:
    me, other = world.grid_leader, world.secretary
    for n in range(3):
        tell_users(Telling("danger", (me.user_id, other.user_id), f"k{n}"), actor=SYSTEM)
    newest, middle, _oldest = list_messages(me.user_id)
    assert mark_messages_read(middle.id, actor=me.actor) == 2
    assert mark_messages_read(middle.id, actor=me.actor) == 0
    assert (count_unread(me.user_id), count_unread(other.user_id)) == (1, 3)
    assert [one.unread for one in list_messages(me.user_id)] == [True, False, False]
    assert mark_messages_read(newest.id, actor=me.actor) == 1


def test_a_visitor_has_no_messages(world: World) -> None:
    with pytest.raises(Denied):
        mark_messages_read(1, actor=VISITOR)
