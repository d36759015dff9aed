"""What makes a playbook unusable: names that do not exist, steps nobody can reach or leave, gates nobody can
meet, an example that does not play. Each finding names its line."""

import re
from collections.abc import Iterable, Iterator, Mapping

from gongzhi.playbooks.rules.catalogue import ANY, Known, base_of
from gongzhi.playbooks.rules.faults import Fault
from gongzhi.playbooks.rules.machine import ANYWHERE, joined_outcome
from gongzhi.playbooks.rules.paths import list_edges, reach, reach_back
from gongzhi.playbooks.rules.playing import play_example
from gongzhi.playbooks.rules.schema import Reading, read_playbook
from gongzhi.playbooks.rules.shapes import Outcome, Playbook, Step

RULE = re.compile(r"rule:[a-z0-9]+([-.][a-z0-9]+)*\Z")
CARRIES = frozenset({"report", "topic", "project", "household", "need"})
VISIBILITY = frozenset({"open", "area", "parties", "household"})
SCOPES = frozenset({"case", "building", "entrance", "estate", "community", "street"})
JOINS = frozenset({"all", "any", "lead"})
PUBLISHED = frozenset({"category", "grid", "state", "days", "reply", "photos"})
RESERVED = frozenset({"up", "back", "route", "supervise", "stay", ANYWHERE})


def check_text(text: str, known: Known) -> tuple[Reading, tuple[Fault, ...]]:
    """Read a file and say everything that is wrong with it, in the order of its lines. Names are judged only
    once the form is right."""
    reading = read_playbook(text, known.words)
    if reading.playbook is None or reading.faults:
        return reading, reading.faults
    faults = sorted(check_playbook(reading.playbook, reading.lines, known), key=lambda fault: fault.line)
    return reading, tuple(faults)


def check_playbook(playbook: Playbook, lines: Mapping[str, int], known: Known) -> tuple[Fault, ...]:
    """Everything wrong with a playbook whose form is right. The example is played only if the rest holds."""
    check = _Check(playbook, lines, known)
    found = (*check.top(), *check.names(), *check.targets(), *check.steps())
    if found:
        return tuple(found)
    found = (*check.ways(), *check.gates())
    if found:
        return tuple(found)
    if not playbook.example:
        return (Fault(1, "example-missing"),)
    return play_example(playbook)[1]


class _Check:
    """The checks of one playbook; each yields what it finds."""

    def __init__(self, playbook: Playbook, lines: Mapping[str, int], known: Known) -> None:
        self.playbook = playbook
        self.lines = lines
        self.known = known

    def line(self, *paths: str) -> int:
        """The line of the first of these places that the file has."""
        return next((self.lines[path] for path in paths if path in self.lines), 1)

    def at(self, step: Step, key: str) -> int:
        return self.lines.get(f"steps.{step.name}.{key}", step.line)

    def outcomes(self) -> Iterator[tuple[Step | None, Outcome]]:
        for step in self.playbook.steps.values():
            yield from ((step, outcome) for outcome in step.outcomes.values())
        yield from ((None, outcome) for outcome in self.playbook.anywhere.values())

    def is_person(self, name: str) -> bool:
        return name in self.known.posts or base_of(name) in self.known.relations

    def people(self, names: Iterable[str], line: int) -> Iterator[Fault]:
        for name in names:
            if not self.is_person(name):
                yield Fault(line, "unknown-person", {"name": name})

    def limit(self, limit: str | None, line: int) -> Iterator[Fault]:
        if limit is not None and not RULE.match(limit):
            yield Fault(line, "limit-not-a-rule", {"limit": limit})

    # What stands at the top --------------------------------------------------------------------------

    def top(self) -> Iterator[Fault]:
        playbook = self.playbook
        for key, said, allowed in (
            ("carries", playbook.carries, CARRIES),
            ("visibility", playbook.visibility, VISIBILITY),
        ):
            if said not in allowed:
                yield Fault(self.line(key), "unknown-choice", {"key": key, "said": said})
        yield from self.ladders()
        fields = playbook.publish.get("fields", ())
        for name in fields if isinstance(fields, tuple) else ():
            if name not in PUBLISHED:
                yield Fault(self.line("publish.fields"), "not-publishable", {"name": str(name)})
        if playbook.publish and playbook.publish.get("after") != "review":
            yield Fault(self.line("publish.after", "publish.fields"), "publish-without-review")

    def ladders(self) -> Iterator[Fault]:
        rungs = {"ladder": self.playbook.ladder}
        rungs |= {f"ladders.{name}": posts for name, posts in self.playbook.ladders.items()}
        for path, posts in rungs.items():
            for post in posts:
                if post not in self.known.posts:
                    yield Fault(self.line(path), "unknown-post", {"name": post})
            if len(set(posts)) < len(posts):
                yield Fault(self.line(path), "rung-twice")
        standing = {post for posts in rungs.values() for post in posts}
        for post, rung in self.playbook.beside.items():
            if post not in self.known.posts:
                yield Fault(self.line(f"beside.{post}"), "unknown-post", {"name": post})
            if rung not in standing:
                yield Fault(self.line(f"beside.{post}"), "not-a-rung", {"name": rung})

    # Names -------------------------------------------------------------------------------------------

    def names(self) -> Iterator[Fault]:
        for step in self.playbook.steps.values():
            yield from self.step_names(step)
            yield from self.parameters(step)
        for home, outcome in self.outcomes():
            for name in outcome.needs:
                if name not in self.known.evidence:
                    yield Fault(outcome.line, "unknown-evidence", {"name": name})
            if outcome.starts and outcome.starts not in self.known.playbooks:
                yield Fault(outcome.line, "unknown-playbook", {"name": outcome.starts})
            yield from self.people(outcome.by, outcome.line)
            if outcome.approval:
                yield from self.approval(home, outcome)

    def step_names(self, step: Step) -> Iterator[Fault]:
        if step.name in RESERVED or step.name in self.known.posts:
            yield Fault(step.line, "name-taken", {"name": step.name})
        if step.kind not in self.known.kinds:
            yield Fault(self.at(step, "kind"), "unknown-kind", {"name": step.kind})
        yield from self.people(step.who, self.at(step, "who"))
        if step.each and base_of(step.each) not in self.known.sets:
            yield Fault(self.at(step, "each"), "unknown-set", {"name": step.each})
        if step.scope and step.scope not in SCOPES:
            yield Fault(self.at(step, "scope"), "unknown-choice", {"key": "scope", "said": step.scope})
        if step.join not in JOINS and not RULE.match(step.join):
            yield Fault(self.at(step, "join"), "unknown-choice", {"key": "join", "said": step.join})
        for key, names in (("takes", step.takes), ("gives", step.gives)):
            for name in names:
                if name not in self.known.evidence:
                    yield Fault(self.at(step, key), "unknown-evidence", {"name": name})
        if step.starts and step.starts not in self.known.playbooks:
            yield Fault(self.at(step, "starts"), "unknown-playbook", {"name": step.starts})
        if step.ladder and step.ladder not in self.playbook.ladders:
            yield Fault(self.at(step, "ladder"), "unknown-ladder", {"name": step.ladder})
        yield from self.limit(step.within, self.at(step, "within"))

    def parameters(self, step: Step) -> Iterator[Fault]:
        """`with` holds what the kind understands, and what it needs."""
        kind = self.known.kinds.get(step.kind)
        if kind is None:
            return
        for name, said in step.params.items():
            if name not in kind.params:
                yield Fault(step.line, "unknown-parameter", {"name": name, "kind": step.kind})
            elif isinstance(said, str) and said.startswith("rule:"):
                yield from self.limit(said, step.line)
        for name, needed in kind.params.items():
            if needed and name not in step.params:
                yield Fault(step.line, "parameter-missing", {"name": name, "kind": step.kind})
        for name in step.gives:
            if ANY not in kind.gives and name not in kind.gives:
                yield Fault(self.at(step, "gives"), "kind-cannot-give", {"name": name, "kind": step.kind})

    def approval(self, step: Step | None, outcome: Outcome) -> Iterator[Fault]:
        asked = outcome.approval
        if asked is None:
            return
        yield from self.limit(asked.within, outcome.line)
        if asked.by == "up":
            yield from self.climbable(step, outcome.line)
        else:
            yield from self.people((asked.by,), outcome.line)

    # Targets -----------------------------------------------------------------------------------------

    def targets(self) -> Iterator[Fault]:
        for step, outcome in self.outcomes():
            for target in (outcome.to, *(to for _, to in outcome.after)):
                yield from self.target(step, target, outcome.line)
            if step and outcome.to == "supervise":
                yield Fault(outcome.line, "supervise-not-a-target")
        for step in self.playbook.steps.values():
            for key, target in (("late", step.late), ("silence", step.silence), ("then", step.then)):
                yield from self.target(step, None if target == "stay" else target, self.at(step, key))

    def target(self, step: Step | None, target: str | None, line: int) -> Iterator[Fault]:
        playbook = self.playbook
        if target is None or target in playbook.steps or target == "supervise":
            return
        if target.startswith("end/"):
            result = target.removeprefix("end/")
            if result not in playbook.results and result not in self.known.words:
                yield Fault(line, "result-unnamed", {"name": result})
        elif target == "up":
            yield from self.climbable(step, line)
        elif target == "back":
            if step is playbook.first:
                yield Fault(line, "nothing-before")
        elif target == "route":
            if not any("routed" in other.who for other in playbook.steps.values()):
                yield Fault(line, "nobody-routed")
        elif target not in self.known.posts:
            yield Fault(line, "unknown-target", {"name": target})

    def climbable(self, step: Step | None, line: int) -> Iterator[Fault]:
        if not self.playbook.ladder and not (step and step.ladder):
            yield Fault(line, "no-ladder")

    # Steps -------------------------------------------------------------------------------------------

    def steps(self) -> Iterator[Fault]:
        for step in self.playbook.steps.values():
            if not step.who:
                yield Fault(step.line, "missing-key", {"key": "who"})
            if step.silence and not step.within:
                yield Fault(self.at(step, "silence"), "silence-without-limit")
            if step.kind == "confirm" and not step.silence:
                yield Fault(step.line, "question-without-silence")
            child = step.starts and step.wait and step.then
            timed = step.within and (step.late in self.playbook.steps or step.late.startswith("end/"))
            if (step.wait and not step.starts) or (step.then and not (step.wait and step.starts)):
                yield Fault(step.line, "waits-for-nothing")
            elif not step.outcomes and not child and not timed:
                yield Fault(step.line, "step-without-outcome")
            yield from self.fan_out(step)
        for outcome in self.playbook.anywhere.values():
            if outcome.to in self.playbook.steps:
                yield Fault(outcome.line, "anywhere-into-a-step")

    def fan_out(self, step: Step) -> Iterator[Fault]:
        joined = joined_outcome(step)
        if step.each and joined and step.outcomes[joined].to is None:
            yield Fault(step.outcomes[joined].line, "joined-leads-nowhere", {"name": joined})
        for mark in step.marks:
            if not step.each or mark == joined or mark not in step.outcomes or step.outcomes[mark].to:
                yield Fault(self.at(step, "marks"), "mark-not-an-outcome", {"name": mark})

    # Ways --------------------------------------------------------------------------------------------

    def ways(self) -> Iterator[Fault]:
        playbook = self.playbook
        edges = list_edges(playbook)
        reached = reach(edges, playbook.first.name)
        ends = {name for name in reached if name.startswith("end/")}
        if not ends:
            yield Fault(playbook.first.line, "no-end")
            return
        leading = reach_back(edges, ends)
        for step in playbook.steps.values():
            if step.name not in reached:
                yield Fault(step.line, "step-unreachable", {"name": step.name})
            elif step.name not in leading:
                yield Fault(step.line, "no-way-out", {"name": step.name})
        ends |= {outcome.to for outcome in playbook.anywhere.values() if outcome.to}
        for result in playbook.results:
            if f"end/{result}" not in ends:
                yield Fault(self.line(f"results.{result}"), "end-unreachable", {"name": result})
        for step in playbook.steps.values():
            for outcome in step.outcomes.values():
                target = outcome.to or ""
                leads = target in playbook.steps or target.startswith("end/")
                if outcome.after and leads and step.name not in reach(edges, target):
                    yield Fault(outcome.line, "counts-for-nothing", {"name": outcome.name})

    def gates(self) -> Iterator[Fault]:
        """Evidence that cannot be attached on the spot must be made by this step or one before it."""
        playbook, edges = self.playbook, list_edges(self.playbook)
        makers: dict[str, set[str]] = {}
        for step in playbook.steps.values():
            for name in {*step.gives, *self.known.kinds[step.kind].gives}:
                makers.setdefault(name, set()).update(reach(edges, step.name))
        for home, outcome in self.outcomes():
            for name in outcome.needs:
                made_before = makers.get(name, set())
                if not self.known.evidence[name] and (home is None or home.name not in made_before):
                    yield Fault(outcome.line, "gate-unmeetable", {"name": name, "outcome": outcome.name})
