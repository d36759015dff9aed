"""Playing a playbook's worked example through the machine, without a database.

A row does one thing: `take` (with `share`, `evidence`), `decide: yes|no`, `lapse: within|silence|approval`,
`call` (with `lead: yes`), `child: <result>`, `reopen: <outcome>`. It may say what it leads to: `then` (a step
or `end/<result>`) and `who`. `story` begins anew; `members: {set: [names]}` says who is in a set, the first
of `parties` being the lead; `post` says which post owns the step now where the play cannot know.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gongzhi.playbooks.rules.faults import Fault
from gongzhi.playbooks.rules.machine import Impossible, advance, begin
from gongzhi.playbooks.rules.shapes import (
    Act,
    Advance,
    CallIn,
    ChildEnded,
    Climbed,
    Decide,
    Effect,
    Elapse,
    Entered,
    Playbook,
    Reopen,
    Share,
    State,
    Take,
)

_ROW = frozenset(
    [
        "line",
        "story",
        "members",
        "take",
        "share",
        "evidence",
        "decide",
        "lapse",
        "call",
        "lead",
        "child",
        "reopen",
        "then",
        "who",
        "post",
    ]
)
_YES = ("yes", "true")
_DEFAULT_MEMBERS = ("first", "second")


@dataclass(frozen=True)
class Played:
    """One row of the example: what was done, what followed, where the case stands then."""

    line: int
    act: Act | None
    effects: tuple[Effect, ...]
    state: State


class _Stumbled(Exception):
    def __init__(self, line: int, code: str, **params: str) -> None:
        super().__init__(code)
        self.fault = Fault(line, code, params)


def play_example(playbook: Playbook) -> tuple[tuple[Played, ...], tuple[Fault, ...]]:
    """Every row played, and the fault that stopped the play, if any. Each story must come to an end."""
    play = _Play(playbook)
    try:
        for row in playbook.example:
            play.row(row)
        play.finish()
    except _Stumbled as stumbled:
        return tuple(play.played), (stumbled.fault,)
    return tuple(play.played), ()


class _Play:
    """A case without a memory: the state, who is in which set, and the post that owns the step."""

    def __init__(self, playbook: Playbook) -> None:
        self.playbook = playbook
        self.played: list[Played] = []
        self.state: State | None = None
        self.post: str | None = None
        self.members: Mapping[str, object] = {}
        self.line = 1

    def shares_of(self, name: str) -> tuple[Share, ...]:
        keys = self.members.get(name, _DEFAULT_MEMBERS)
        names = keys if isinstance(keys, tuple) else (str(keys),)
        return tuple(Share(str(key), lead=i == 0 and name == "parties") for i, key in enumerate(names))

    def row(self, row: Mapping[str, object]) -> None:
        self.line = int(str(row.get("line", "1")))
        for key in row:
            if key not in _ROW:
                raise _Stumbled(self.line, "example-unknown-key", key=key)
        if "story" in row or self.state is None:
            self.finish()
            members = row.get("members", {})
            self.members = members if isinstance(members, Mapping) else {}
            self.keep(None, begin(self.playbook, shares_of=self.shares_of))
        if "post" in row:
            self.post = str(row["post"])
        act = _act_of(row)
        if act is not None:
            self.act(act)
        elif "story" not in row:
            raise _Stumbled(self.line, "example-no-act")
        self.check(row)

    def act(self, act: Act) -> None:
        if self.state is None:
            return
        try:
            done = advance(self.playbook, self.state, act, shares_of=self.shares_of, post=self.post)
        except Impossible as impossible:
            raise _Stumbled(self.line, "example-impossible", why=impossible.code) from impossible
        self.keep(act, done)

    def keep(self, act: Act | None, done: Advance) -> None:
        self.state = done.state
        self.played.append(Played(self.line, act, done.effects, done.state))
        for effect in done.effects:
            if isinstance(effect, Entered | Climbed):
                self.post = done.state.run.who[0] if done.state.run else None

    def check(self, row: Mapping[str, object]) -> None:
        """Did the row lead where it says?"""
        if self.state is None:
            return
        run = self.state.run
        there = run.step if run else f"end/{self.state.result}"
        if "then" in row and row["then"] != there:
            raise _Stumbled(self.line, "example-elsewhere", said=str(row["then"]), came=there)
        if "who" in row and (run is None or row["who"] not in run.who):
            owner = ", ".join(run.who) if run else there
            raise _Stumbled(self.line, "example-elsewhere", said=str(row["who"]), came=owner)

    def finish(self) -> None:
        if self.state is not None and self.state.run is not None:
            raise _Stumbled(self.line, "example-unfinished", step=self.state.run.step)
        self.state = None


def _act_of(row: Mapping[str, object]) -> Act | None:
    said = {key: str(value) for key, value in row.items() if isinstance(value, str)}
    evidence = row.get("evidence", ())
    filed = frozenset(map(str, evidence)) if isinstance(evidence, tuple) else frozenset({str(evidence)})
    makers: dict[str, Callable[[str], Act]] = {
        "take": lambda outcome: Take(outcome, filed, said.get("share")),
        "decide": lambda answer: Decide(answer in _YES),
        "lapse": Elapse,
        "call": lambda key: CallIn(key, said.get("lead") in _YES),
        "child": ChildEnded,
        "reopen": lambda outcome: Reopen(outcome, filed),
    }
    return next((make(said[word]) for word, make in makers.items() if word in said), None)
