"""Somebody takes a list out of the house."""

from gongzhi.accounts.actions.recording import record
from gongzhi.kernel.actors import Actor


def record_export(what: str, rows: int, *, actor: Actor) -> None:
    """Write down who took how many rows of which list; the auditor reads it."""
    record(f"exported-{what}-{rows}", actor=actor, user_id=actor.user_id)
