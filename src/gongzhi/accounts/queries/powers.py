"""Whether somebody may administer accounts. Rights come from seats, a floor above: that room registers its
answer here (`parties.offers`)."""

from collections.abc import Callable

from gongzhi.kernel.actors import Actor

Answer = Callable[[int, str], bool]
_answers: list[Answer] = []


def use_powers(answer: Answer) -> None:
    """Install who answers `(user_id, right)`; registering again replaces it."""
    _answers[:] = [answer]


def has_power(actor: Actor, right: str) -> bool:
    """Whether the actor has `right` by a seat. Nobody has while no room answers."""
    return (
        actor.kind == "person"
        and actor.user_id is not None
        and any(answer(actor.user_id, right) for answer in _answers)
    )
