"""Who may make one case of many, propose a topic, or say which learned version holds."""

from gongzhi.insight.rules.topics import NotYoursToPropose
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied
from gongzhi.parties.queries import rights_of

DISPATCH = "dispatch"
CONFIGURE = "configure"


def check_may_configure(actor: Actor) -> None:
    """The machine itself (set-up, the worker), or a seat with the right `configure`. Raises Denied."""
    if actor.is_system:
        return
    if actor.kind != "person" or not rights_of(actor.user_id).can(CONFIGURE):
        raise Denied()


def check_may_dispatch(actor: Actor) -> int:
    """The account of whoever may give cases to other hands. Raises NotYoursToPropose."""
    if actor.kind != "person" or actor.user_id is None or not rights_of(actor.user_id).can(DISPATCH):
        raise NotYoursToPropose
    return actor.user_id
