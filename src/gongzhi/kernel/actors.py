"""Who acts: handed to every action, written beside every trace."""

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "system", "visitor", "token"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One acting party of one request.

    `user_id` is the account that signed in, `acting_for` the account it acts for (an entrance head for a
    neighbour, a child for an old parent), `scopes` and `token_id` belong to an API token, `source` names the
    door it came through (for the trace, never for a decision).
    """

    kind: ActorKind
    user_id: int | None = None
    acting_for: int | None = None
    scopes: frozenset[str] = frozenset()
    token_id: int | None = None
    source: str = ""

    @property
    def is_system(self) -> bool:
        """The machine itself: a sweep, a clock, a reaction."""
        return self.kind == "system"


SYSTEM = Actor(kind="system", source="system")
VISITOR = Actor(kind="visitor", source="visitor")
