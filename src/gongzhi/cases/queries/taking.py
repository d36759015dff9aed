"""Which outcomes a person is offered, and may take: the button and its press ask the same."""

from collections.abc import Mapping

from gongzhi.playbooks.queries import Impossible, Outcome, Playbook, State, Step, Take, advance

RESIDENTS = frozenset({"reporter", "proposer"})
LEAD = "lead"


def is_reporters_own(step: Step | None, outcome: Outcome | None) -> bool:
    """Whether the reporter takes it: the outcome says so, or the whole step is theirs."""
    if outcome is not None and outcome.by:
        return bool(RESIDENTS & set(outcome.by))
    return step is not None and step.kind != "confirm" and bool(step.who) and set(step.who) <= RESIDENTS


def find_seat_to_take(
    outcome: Outcome, *, posts: Mapping[int, str], owner: int, shares: tuple[int, ...]
) -> int | None:
    """In which of one's seats (id → post) an outcome may be taken: as the owner where it is the lead's, in
    the post it names, else as the owner of the step, else for one's own share. None: not at all."""
    if LEAD in outcome.by and owner in posts:
        return owner
    if outcome.by:
        return min((seat for seat, post in posts.items() if post in outcome.by), default=None)
    if owner in posts:
        return owner
    return min((seat for seat in shares if seat in posts), default=None)


def find_share(outcome: Outcome, state: State, seat_id: int | None) -> str | None:
    """The key of the share an outcome is taken for; None where it concerns the step as a whole."""
    keys = {share.key for share in state.run.shares} if state.run else set()
    return f"seat:{seat_id}" if LEAD not in outcome.by and f"seat:{seat_id}" in keys else None


def is_possible(playbook: Playbook, state: State, outcome: Outcome, share: str | None, post: str) -> bool:
    """Whether the machine would do it, were all that is asked for at hand."""
    try:
        advance(
            playbook,
            state,
            Take(outcome.name, frozenset(outcome.needs), share),
            shares_of=lambda _name: (),
            post=post,
        )
    except Impossible:
        return False
    return True
