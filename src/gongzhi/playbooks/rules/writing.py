"""Where a case stands and what followed, as canonical JSON text: the form the history is chained over."""

import json
from collections.abc import Mapping
from typing import Any

from gongzhi.playbooks.rules import shapes
from gongzhi.playbooks.rules.shapes import Effect, Pending, Run, Share, State

_EFFECTS: Mapping[str, type] = {
    kind.__name__: kind
    for kind in (
        shapes.Entered,
        shapes.Left,
        shapes.Renewed,
        shapes.Climbed,
        shapes.ApprovalAsked,
        shapes.ApprovalAnswered,
        shapes.Marked,
        shapes.Unmarked,
        shapes.Supervised,
        shapes.ShareTaken,
        shapes.ShareMarked,
        shapes.ChildStarted,
        shapes.Ended,
        shapes.Reopened,
    )
}


def _canonical(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain_share(share: Share) -> dict[str, object]:
    return {"key": share.key, "lead": share.lead, "outcome": share.outcome, "marks": list(share.marks)}


def _read_share(plain: Mapping[str, Any]) -> Share:
    return Share(plain["key"], plain["lead"], plain["outcome"], tuple(plain["marks"]))


def _plain_run(run: Run) -> dict[str, object]:
    waits = run.pending and [run.pending.outcome, run.pending.by, run.pending.share]
    return {
        "step": run.step,
        "n": run.n,
        "who": list(run.who),
        "shares": [_plain_share(share) for share in run.shares],
        "pending": waits,
        "child": run.child,
        "ups": run.ups,
    }


def _read_run(plain: Mapping[str, Any]) -> Run:
    return Run(
        step=plain["step"],
        n=plain["n"],
        who=tuple(plain["who"]),
        shares=tuple(_read_share(share) for share in plain["shares"]),
        pending=Pending(*plain["pending"]) if plain["pending"] else None,
        child=plain["child"],
        ups=plain["ups"],
    )


def dump_state(state: State) -> str:
    """Canonical JSON: equal states give equal text."""
    return _canonical(
        {
            "run": _plain_run(state.run) if state.run else None,
            "result": state.result,
            "marks": sorted(state.marks),
            "taken": dict(state.taken),
            "entered": dict(state.entered),
            "grade": state.grade,
            "trail": list(state.trail),
        }
    )


def load_state(text: str) -> State:
    """The state that `dump_state` wrote."""
    plain = json.loads(text)
    return State(
        run=_read_run(plain["run"]) if plain["run"] else None,
        result=plain["result"],
        marks=frozenset(plain["marks"]),
        taken=plain["taken"],
        entered=plain["entered"],
        grade=plain["grade"],
        trail=tuple(plain["trail"]),
    )


def dump_effects(effects: tuple[Effect, ...]) -> str:
    """Canonical JSON, a list in the order of the effects, each with its `effect` name."""
    rows = []
    for effect in effects:
        row = {"effect": type(effect).__name__, **vars(effect)}
        if "shares" in row:
            row["shares"] = [_plain_share(share) for share in row["shares"]]
        rows.append(row)
    return _canonical(rows)


def load_effects(text: str) -> tuple[Effect, ...]:
    """The effects that `dump_effects` wrote."""
    return tuple(_read_effect(row) for row in json.loads(text))


def _read_effect(row: dict[str, Any]) -> Effect:
    kind = _EFFECTS[row.pop("effect")]
    if "who" in row:
        row["who"] = tuple(row["who"])
    if "shares" in row:
        row["shares"] = tuple(_read_share(share) for share in row["shares"])
    effect: Effect = kind(**row)
    return effect
