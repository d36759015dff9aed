"""Who may change how reports find their hands."""

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied
from gongzhi.parties.queries import rights_of

CONFIGURE = "configure"


def check_may_configure(actor: Actor) -> None:
    """The machine itself (set-up), or a seat with the right `configure`. Raises Denied."""
    if actor.is_system:
        return
    if actor.kind != "person" or not rights_of(actor.user_id).can(CONFIGURE):
        raise Denied()
