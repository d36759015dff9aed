"""From the tree of a file to a `Playbook`, naming whatever has the wrong form with its line.

Only form is judged here; whether names exist and every step leads somewhere is `checks`.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gongzhi.playbooks.rules.faults import Fault
from gongzhi.playbooks.rules.reading import Branch, Unreadable, read_tree
from gongzhi.playbooks.rules.shapes import Approval, Outcome, Playbook, Step, Titled

_WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_TOP = [
    "playbook",
    "name",
    "source",
    "about",
    "carries",
    "visibility",
    "ladder",
    "ladders",
    "beside",
    "results",
    "steps",
    "anywhere",
    "publish",
    "example",
]
_STEP = [
    "step",
    "name",
    "kind",
    "who",
    "with",
    "scope",
    "each",
    "join",
    "marks",
    "takes",
    "gives",
    "starts",
    "wait",
    "then",
    "within",
    "late",
    "silence",
    "ladder",
    "outcomes",
]
_OUTCOME = ["name", "to", "needs", "approval", "after", "starts", "by", "clears"]
_APPROVAL = ["by", "within"]
_NOTHING = Titled("", "")


@dataclass(frozen=True)
class Reading:
    """What a text says: the playbook as far as it could be read, the line of each place in it
    (`steps.accept.who`), and what is wrong with its form."""

    playbook: Playbook | None
    lines: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def digest_of(text: str) -> str:
    """SHA-256 of the text: the same method has the same digest wherever it is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_playbook(text: str, words: Mapping[str, Titled] | None = None) -> Reading:
    """Read one file's text. `words` names outcomes that the file gives no name of their own."""
    try:
        root = read_tree(text)
    except Unreadable as unreadable:
        return Reading(None, {}, (unreadable.fault,))
    form = _Form(words or {})
    playbook = form.playbook(root, digest_of(text))
    return Reading(playbook, form.lines, tuple(sorted(form.faults, key=lambda fault: fault.line)))


class _Form:
    """Reads branches in the form that is expected and notes what has another."""

    def __init__(self, words: Mapping[str, Titled]) -> None:
        self.words_at_hand = words
        self.faults: list[Fault] = []
        self.lines: dict[str, int] = {}

    def fault(self, line: int, code: str, **params: str) -> None:
        self.faults.append(Fault(line, code, params))

    # Plain forms -------------------------------------------------------------------------------------

    def mapping(self, branch: Branch | None, allowed: Iterable[str] | None = None) -> Mapping[str, Branch]:
        if branch is None or branch.value == "":
            return {}
        if not isinstance(branch.value, Mapping):
            self.fault(branch.line, "not-a-mapping")
            return {}
        for key, value in branch.value.items():
            if allowed is not None and key not in allowed:
                self.fault(value.line, "unknown-key", key=key)
        return branch.value

    def text(self, pairs: Mapping[str, Branch], key: str, path: str = "") -> str | None:
        branch = pairs.get(key)
        if branch is None:
            return None
        self.lines[f"{path}{key}"] = branch.line
        if not isinstance(branch.value, str):
            self.fault(branch.line, "not-a-text", key=key)
            return None
        return branch.value.strip() or None

    def needed(self, pairs: Mapping[str, Branch], key: str, line: int, path: str = "") -> str:
        found = self.text(pairs, key, path)
        if found is None:
            self.fault(line, "missing-key", key=key)
        return found or ""

    def word(self, found: str, line: int) -> str:
        if found and not _WORD.match(found):
            self.fault(line, "not-a-word", word=found)
        return found

    def words(self, pairs: Mapping[str, Branch], key: str, path: str = "") -> tuple[str, ...]:
        branch = pairs.get(key)
        if branch is None or branch.value == "":
            return ()
        self.lines[f"{path}{key}"] = branch.line
        if isinstance(branch.value, str):
            return (branch.value,)
        if isinstance(branch.value, Mapping) or not all(isinstance(b.value, str) for b in branch.value):
            self.fault(branch.line, "not-a-list", key=key)
            return ()
        return tuple(str(b.value) for b in branch.value)

    def titled(self, branch: Branch | None, line: int, key: str) -> Titled:
        if branch is None:
            self.fault(line, "missing-key", key=key)
            return _NOTHING
        pairs = self.mapping(branch, ("zh", "en"))
        zh, en = self.text(pairs, "zh"), self.text(pairs, "en")
        if zh is None or en is None:
            self.fault(branch.line, "language-missing", key=key)
        return Titled(zh or "", en or "")

    # The parts of a playbook -------------------------------------------------------------------------

    def playbook(self, root: Branch, digest: str) -> Playbook:
        top = self.mapping(root, _TOP)
        name = self.word(self.needed(top, "playbook", root.line), root.line)
        return Playbook(
            name=name,
            title=self.titled(top.get("name"), root.line, "name"),
            source=self.needed(top, "source", root.line),
            about=self.titled(top.get("about"), root.line, "about"),
            carries=self.needed(top, "carries", root.line),
            visibility=self.needed(top, "visibility", root.line),
            ladder=self.words(top, "ladder"),
            steps=self.steps(top.get("steps"), root.line, bool(top.get("ladder"))),
            anywhere=self.anywhere(top.get("anywhere")),
            publish=self.publish(top.get("publish")),
            example=self.example(top.get("example")),
            digest=digest,
            ladders=self.ladders(top.get("ladders")),
            beside=self.beside(top.get("beside")),
            results=self.results(top.get("results")),
        )

    def ladders(self, branch: Branch | None) -> dict[str, tuple[str, ...]]:
        pairs = self.mapping(branch)
        return {name: self.words(pairs, name, "ladders.") for name in pairs}

    def beside(self, branch: Branch | None) -> dict[str, str]:
        pairs = self.mapping(branch)
        return {name: self.text(pairs, name, "beside.") or "" for name in pairs}

    def results(self, branch: Branch | None) -> dict[str, Titled]:
        pairs = self.mapping(branch)
        for name, below in pairs.items():
            self.lines[f"results.{name}"] = below.line
        return {name: self.titled(below, below.line, name) for name, below in pairs.items()}

    def publish(self, branch: Branch | None) -> dict[str, object]:
        pairs = self.mapping(branch, ("fields", "after"))
        if not pairs:
            return {}
        return {
            "fields": self.words(pairs, "fields", "publish."),
            "after": self.text(pairs, "after", "publish."),
        }

    def example(self, branch: Branch | None) -> tuple[Mapping[str, object], ...]:
        if branch is None:
            return ()
        if not isinstance(branch.value, tuple):
            self.fault(branch.line, "not-a-list", key="example")
            return ()
        return tuple(self.example_row(below) for below in branch.value)

    def example_row(self, branch: Branch) -> Mapping[str, object]:
        row: dict[str, object] = {"line": str(branch.line)}
        for key, below in self.mapping(branch).items():
            row[key] = _plain(below)
        return row

    def steps(self, branch: Branch | None, line: int, laddered: bool) -> dict[str, Step]:
        if branch is None or not isinstance(branch.value, tuple) or not branch.value:
            self.fault(branch.line if branch else line, "no-steps")
            return {}
        steps: dict[str, Step] = {}
        for below in branch.value:
            step = self.step(below, laddered)
            if step.name in steps:
                self.fault(below.line, "said-twice", key=step.name)
            steps[step.name] = step
        return steps

    def step(self, branch: Branch, laddered: bool) -> Step:
        pairs = self.mapping(branch, _STEP)
        name = self.word(self.needed(pairs, "step", branch.line), branch.line)
        path = f"steps.{name}."
        kind = self.needed(pairs, "kind", branch.line, path)
        each = self.text(pairs, "each", path)
        ladder = self.text(pairs, "ladder", path)
        return Step(
            name=name,
            title=self.titled(pairs.get("name"), branch.line, "name"),
            kind=kind,
            who=self.words(pairs, "who", path) or (("lead",) if each == "parties" else ()),
            outcomes=self.outcomes(pairs.get("outcomes"), path),
            params={key: _plain(below) for key, below in self.mapping(pairs.get("with")).items()},
            scope=self.text(pairs, "scope", path),
            each=each,
            join=self.text(pairs, "join", path) or "all",
            marks=self.words(pairs, "marks", path),
            takes=self.words(pairs, "takes", path),
            gives=self.words(pairs, "gives", path),
            starts=self.text(pairs, "starts", path),
            wait=self.yes(pairs, "wait", path),
            then=self.text(pairs, "then", path),
            within=self.text(pairs, "within", path),
            late=self.text(pairs, "late", path) or _late_of(kind, laddered or ladder is not None),
            silence=self.text(pairs, "silence", path),
            ladder=ladder,
            line=branch.line,
        )

    def yes(self, pairs: Mapping[str, Branch], key: str, path: str) -> bool:
        said = self.text(pairs, key, path)
        if said not in (None, "yes", "no", "true", "false"):
            self.fault(pairs[key].line, "not-yes-or-no", key=key)
        return said in ("yes", "true")

    def anywhere(self, branch: Branch | None) -> dict[str, Outcome]:
        outcomes = self.outcomes(branch, "anywhere.")
        supervise = outcomes.get("supervise")
        if supervise and supervise.to is None:
            outcomes["supervise"] = Outcome(
                "supervise",
                supervise.title,
                "supervise",
                supervise.needs,
                supervise.approval,
                by=supervise.by,
                line=supervise.line,
            )
        return outcomes

    def outcomes(self, branch: Branch | None, path: str) -> dict[str, Outcome]:
        pairs = self.mapping(branch)
        return {name: self.outcome(name, below, path) for name, below in pairs.items()}

    def outcome(self, name: str, branch: Branch, path: str) -> Outcome:
        """`solved: end/solved` is short for `solved: {to: end/solved}`."""
        self.word(name, branch.line)
        short = isinstance(branch.value, str) and bool(branch.value)
        pairs = {"to": branch} if short else self.mapping(branch, _OUTCOME)
        path = f"{path}{name}."
        title = pairs.get("name")
        return Outcome(
            name=name,
            title=self.words_at_hand[name]
            if title is None and name in self.words_at_hand
            else self.titled(title, branch.line, "name"),
            to=self.text(pairs, "to", path),
            needs=self.words(pairs, "needs", path),
            approval=self.approval(pairs.get("approval")),
            after=self.after(pairs.get("after")),
            starts=self.text(pairs, "starts", path),
            by=self.words(pairs, "by", path) or (("reporter",) if path == "anywhere.withdraw." else ()),
            clears=self.words(pairs, "clears", path),
            line=branch.line,
        )

    def approval(self, branch: Branch | None) -> Approval | None:
        if branch is None:
            return None
        pairs = self.mapping(branch, _APPROVAL)
        return Approval(self.needed(pairs, "by", branch.line), self.text(pairs, "within"))

    def after(self, branch: Branch | None) -> tuple[tuple[int, str], ...]:
        """`after: {3: deputy-leader}`, or with `{to: deputy-leader}`."""
        turns: list[tuple[int, str]] = []
        for count, below in self.mapping(branch).items():
            inner = below if isinstance(below.value, str) else self.mapping(below, ("to",)).get("to")
            if not count.isdecimal() or int(count) < 1 or inner is None or not isinstance(inner.value, str):
                self.fault(below.line, "after-unclear", count=count)
            else:
                turns.append((int(count), inner.value))
        return tuple(sorted(turns))


def _late_of(kind: str, laddered: bool) -> str:
    """What lateness means where the file does not say: a task climbs, or is supervised without a ladder."""
    if kind != "task":
        return "stay"
    return "up" if laddered else "supervise"


def _plain(branch: Branch) -> object:
    """A branch without its lines."""
    if isinstance(branch.value, str):
        return branch.value
    if isinstance(branch.value, Mapping):
        return {key: _plain(below) for key, below in branch.value.items()}
    return tuple(_plain(below) for below in branch.value)
