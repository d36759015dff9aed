"""Who may make one case of many, or propose a topic."""

from gongzhi.insight.rules.topics import NotYoursToPropose
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import rights_of

DISPATCH = "dispatch"


def check_may_dispatch(actor: Actor) -> int:
    """The account of whoever may give cases to other hands. Raises NotYoursToPropose."""
    if actor.kind != "person" or actor.user_id is None or not rights_of(actor.user_id).can(DISPATCH):
        raise NotYoursToPropose
    return actor.user_id
