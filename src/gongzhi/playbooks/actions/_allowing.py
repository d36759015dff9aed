"""Who may change the working methods of a ground."""

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied
from gongzhi.parties.queries import rights_of
from gongzhi.territory.queries import get_place, list_roots


def check_can_configure(actor: Actor, ground_id: int | None) -> None:
    """The machine itself, or a seat with the right `configure` whose ground holds this one. What holds
    everywhere needs the right on every root. Raises Denied."""
    if actor.is_system:
        return
    rights = rights_of(actor.user_id) if actor.kind == "person" else None
    grounds = [get_place(ground_id)] if ground_id is not None else list_roots()
    if rights is None or not rights.can("configure"):
        raise Denied()
    if not all(rights.can_at("configure", ground.path) for ground in grounds):
        raise Denied()
