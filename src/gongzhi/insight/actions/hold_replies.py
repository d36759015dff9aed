"""Going back to an earlier version of what was learned of answers."""

from gongzhi.insight.queries.reply import MODEL
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.learned import let_hold
from gongzhi.parties.queries import check_may_configure


def hold_replies(version: int | None, *, actor: Actor) -> None:
    """Let a version hold, at once and everywhere; None: what ships. Raises Denied, NotFound."""
    check_may_configure(actor)
    let_hold(MODEL, version)
