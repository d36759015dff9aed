"""By night, when enough answers are new."""

from tests.world import World

from gongzhi.insight.actions import (
    learn_replies_when_enough,
)
from gongzhi.insight.queries import list_reply_versions
from gongzhi.kernel.actors import SYSTEM

ROOM = "gongzhi.insight.actions."


def test_learn_replies_when_enough(answered: World) -> None:
    assert learn_replies_when_enough(actor=SYSTEM) is not None
    assert learn_replies_when_enough(actor=SYSTEM) is None
    assert len(list_reply_versions()) == 1
