"""What a playbook is, where a case stands in it, what may be done and what follows: values only.

The machine knows posts and relations by name, never seats, people or times: whoever remembers the case
(room `cases`) turns `Entered.who` into a seat and `within` into a due time, and writes both down.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Titled:
    """A name in both languages."""

    zh: str
    en: str


@dataclass(frozen=True)
class Approval:
    """Another seat must say yes first: `by` is a post, a relation or `up`; `within` a limit."""

    by: str
    within: str | None = None


@dataclass(frozen=True)
class Outcome:
    """One way out of a step. `to` None: the case stays where it is. `after` counts how often this outcome
    was taken in this case and then names another target."""

    name: str
    title: Titled
    to: str | None = None
    needs: tuple[str, ...] = ()
    approval: Approval | None = None
    after: tuple[tuple[int, str], ...] = ()
    starts: str | None = None
    by: tuple[str, ...] = ()  # who may take it; empty: whoever owns the step
    clears: tuple[str, ...] = ()  # marks taken off again (`resume` clears `park`)
    line: int = 0


@dataclass(frozen=True)
class Step:
    """One step of a method. `late` says what happens when `within` has passed: `up`, `supervise`, `stay`
    or a step; `silence` where an unanswered question leads; `ladder` which of the playbook's further ladders
    `up` climbs here; `marks` the outcomes each member of a fan-out takes before its part is done."""

    name: str
    title: Titled
    kind: str
    who: tuple[str, ...]
    outcomes: Mapping[str, Outcome]
    params: Mapping[str, object] = field(default_factory=dict)
    scope: str | None = None
    each: str | None = None
    join: str = "all"
    marks: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    starts: str | None = None
    wait: bool = False
    then: str | None = None
    within: str | None = None
    late: str = "stay"
    silence: str | None = None
    ladder: str | None = None
    line: int = 0


@dataclass(frozen=True)
class Playbook:
    """A working method, read from one YAML file. `ladders` are further ladders by name; `beside` puts a post
    that stands on no rung next to one (`property-manager` beside `grid-leader-2`); `results` names ends."""

    name: str
    title: Titled
    source: str
    about: Titled
    carries: str
    visibility: str
    ladder: tuple[str, ...]
    steps: Mapping[str, Step]
    anywhere: Mapping[str, Outcome]
    publish: Mapping[str, object] = field(default_factory=dict)
    example: tuple[Mapping[str, object], ...] = ()
    digest: str = ""
    ladders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, Titled] = field(default_factory=dict)

    @property
    def first(self) -> Step:
        """Where a new case begins."""
        return next(iter(self.steps.values()))


@dataclass(frozen=True)
class Share:
    """One party's part in a step done by several. `key` is opaque here (`seat:12`)."""

    key: str
    lead: bool = False
    outcome: str | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pending:
    """An outcome that waits for another seat's yes."""

    outcome: str
    by: str
    share: str | None = None


@dataclass(frozen=True)
class Run:
    """The step a case stands in, for the n-th time. `who` is what was asked for: posts or relations."""

    step: str
    n: int
    who: tuple[str, ...]
    shares: tuple[Share, ...] = ()
    pending: Pending | None = None
    child: str | None = None
    ups: int = 0


@dataclass(frozen=True)
class State:
    """Where a case stands. `run` is None once it has ended with `result`. `trail` are the steps that led here
    (without loops); of an ended case its last one is the step it ended from."""

    run: Run | None
    result: str | None = None
    marks: frozenset[str] = frozenset()
    taken: Mapping[str, int] = field(default_factory=dict)  # "step.outcome" -> times
    entered: Mapping[str, int] = field(default_factory=dict)  # step -> times
    grade: int = 0  # of supervision: 0 none, 1 ordinary, 2 yellow, 3 red
    trail: tuple[str, ...] = ()


# What may be done ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Take:
    """Take an outcome. `evidence` names what exists for this run (`note`, `photo`, …) so that gates can be
    checked; `share` is the key of the party that takes it."""

    outcome: str
    evidence: frozenset[str] = frozenset()
    share: str | None = None


@dataclass(frozen=True)
class Decide:
    """Say yes or no to a pending outcome."""

    approved: bool


@dataclass(frozen=True)
class Elapse:
    """Time has passed: `within` (the step's limit), `silence` (nobody answered) or `approval`."""

    what: str


@dataclass(frozen=True)
class CallIn:
    """One more party joins the running step."""

    key: str
    lead: bool = False


@dataclass(frozen=True)
class ChildEnded:
    """The case that this one waited for has ended."""

    result: str


@dataclass(frozen=True)
class Reopen:
    """An ended case is taken up again: whoever was asked gives another answer after all. `outcome` is one of
    the question's that leads on (`not-solved`)."""

    outcome: str
    evidence: frozenset[str] = frozenset()


Act = Take | Decide | Elapse | CallIn | ChildEnded | Reopen


# What follows ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entered:
    """A step begins. `rerouted`: ask the routing again, the former seat gave it back."""

    step: str
    n: int
    who: tuple[str, ...]
    kind: str
    within: str | None
    silence: bool
    shares: tuple[Share, ...] = ()
    rerouted: bool = False


@dataclass(frozen=True)
class Left:
    """A step ends with an outcome."""

    step: str
    n: int
    outcome: str


@dataclass(frozen=True)
class Renewed:
    """The same step goes on with a fresh limit (an extension granted)."""

    step: str
    n: int
    outcome: str
    within: str | None


@dataclass(frozen=True)
class Climbed:
    """One rung up in the same step. `to` None: the ladder has ended, the duty desk has it and an alarm
    rings."""

    step: str
    n: int
    to: str | None
    within: str | None


@dataclass(frozen=True)
class ApprovalAsked:
    """Another seat is asked for its yes; `by` `up` is the next rung above whoever was asked last."""

    step: str
    n: int
    outcome: str
    by: str
    within: str | None


@dataclass(frozen=True)
class ApprovalAnswered:
    """The yes or no to a pending outcome, or its lapse when the step was left meanwhile."""

    step: str
    n: int
    outcome: str
    approved: bool


@dataclass(frozen=True)
class Marked:
    """A mark is set that changes no step: `park`, `exclude`."""

    mark: str


@dataclass(frozen=True)
class Unmarked:
    """A mark is taken off again: `resume` after `park`."""

    mark: str


@dataclass(frozen=True)
class Supervised:
    """Supervision (督办) by grade: 1 ordinary, 2 yellow, 3 red."""

    grade: int


@dataclass(frozen=True)
class ShareTaken:
    """One party has reported its part; or has been called in (`outcome` None)."""

    key: str
    lead: bool
    outcome: str | None


@dataclass(frozen=True)
class ShareMarked:
    """One party has set a mark on the way to its part (`sign-in`); its part is not done yet."""

    key: str
    lead: bool
    mark: str


@dataclass(frozen=True)
class ChildStarted:
    """A case under another playbook is to be opened; the step may wait for its end."""

    step: str
    playbook: str


@dataclass(frozen=True)
class Ended:
    result: str


@dataclass(frozen=True)
class Reopened:
    """The case had ended with `result` and goes on."""

    result: str


Effect = (
    Entered
    | Left
    | Renewed
    | Climbed
    | ApprovalAsked
    | ApprovalAnswered
    | Marked
    | Unmarked
    | Supervised
    | ShareTaken
    | ShareMarked
    | ChildStarted
    | Ended
    | Reopened
)


@dataclass(frozen=True)
class Advance:
    """What an act leads to."""

    state: State
    effects: tuple[Effect, ...]
