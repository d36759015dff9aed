"""Where everything of a flow chart (服务治理流程图) stands: one column of cards, read from top to bottom.

A card is a step with its outcomes as rows; each row says where it leads, so the chart can be read without
following a line. What leads on to the next card is one arrow; what skips ahead runs down a lane on the right,
what goes back up a lane on the left. Ways to the same card share a lane.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from gongzhi.playbooks.rules.paths import STAYS
from gongzhi.playbooks.rules.shapes import Playbook, Step, Titled

WIDTH = 390
EDGE = 8
LANE = 9
PAD = 10
TITLE, SMALL, ROW = 15, 12, 13
TITLE_STEP, SMALL_STEP, ROW_STEP = 21, 17, 19
GAP = 26
WIDE_FROM = 0x1100

NameOf = Callable[[str], Titled]


@dataclass(frozen=True)
class Words:
    """The chart's own words in one language."""

    up: str
    again: str
    supervised: str
    routed: str
    back: str
    stays: str
    late: str
    silence: str
    then: str
    anywhere: str
    now: str
    who: str
    each: str
    steps: str
    ends: str
    nth: str  # with %(n)s


@dataclass(frozen=True)
class Line:
    """One line of text in a card: `y` is its baseline."""

    text: str
    y: int
    kind: str  # title, who, row, target


@dataclass
class Card:
    """A step, an end, or the note on what is open at every step. `ports` are the rows that lead elsewhere:
    the target and the height at which its way leaves."""

    key: str
    kind: str  # step, end, note
    y: int
    height: int = 0
    lines: list[Line] = field(default_factory=list)
    ports: list[tuple[str, int]] = field(default_factory=list)
    current: bool = False

    @property
    def entry(self) -> int:
        """The height at which ways arrive."""
        return self.y + 18 if self.kind == "step" else self.y + self.height // 2


@dataclass(frozen=True)
class Lane:
    """A way beside the cards: it leaves at each of `ports` and arrives at `to`."""

    side: str  # left, right
    number: int
    to: str
    arrives: int
    ports: tuple[int, ...]


@dataclass(frozen=True)
class Chart:
    """Everything placed; `left` and `right` are the edges of the cards."""

    playbook: Playbook
    language: str
    cards: tuple[Card, ...]
    lanes: tuple[Lane, ...]
    next_ways: tuple[tuple[int, int], ...]
    left: int
    right: int
    height: int


def width_of(text: str, size: int) -> float:
    """About how wide a text is: a Chinese character is as wide as it is high."""
    return sum(size if ord(letter) >= WIDE_FROM else size * 0.53 for letter in text)


def wrap(text: str, size: int, room: float) -> list[str]:
    """A text in lines no wider than `room`; Chinese breaks anywhere, English between words."""
    lines, line = [], ""
    for word in _words(text):
        if line and width_of((line + word).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
    return [*lines, line.rstrip()]


def _words(text: str) -> list[str]:
    words: list[str] = []
    for letter in text:
        if words and ord(letter) < WIDE_FROM and ord(words[-1][-1]) < WIDE_FROM and words[-1][-1] != " ":
            words[-1] += letter
        else:
            words.append(letter)
    return words


class Layout:
    """Places one playbook in one language."""

    def __init__(
        self, playbook: Playbook, *, words: Words, language: str, current: str | None, name_of: NameOf
    ) -> None:
        self.playbook = playbook
        self.language = language
        self.current = current
        self.name_of = name_of
        self.words = words
        self.order = [*playbook.steps, *self._ends()]
        lefts, rights = self._count_lanes()
        self.left = EDGE + LANE * lefts + (6 if lefts else 0)
        self.right = WIDTH - EDGE - LANE * rights - (6 if rights else 0)

    def say(self, title: Titled) -> str:
        return title.zh if self.language == "zh" else title.en

    def place(self) -> Chart:
        y, cards = EDGE, []
        for key in self.order:
            card = (
                self._step(self.playbook.steps[key], y) if key in self.playbook.steps else self._end(key, y)
            )
            cards.append(card)
            y += card.height + (GAP if card.kind == "step" else 8)
        if self.playbook.anywhere:
            cards.append(self._note(y))
            y += cards[-1].height + 8
        steps = [card for card in cards if card.kind != "note"]
        return Chart(
            self.playbook,
            self.language,
            tuple(cards),
            tuple(self._lanes(steps)),
            tuple(self._next_ways(steps)),
            self.left,
            self.right,
            y,
        )

    # Rows --------------------------------------------------------------------------------------------

    def _ways(self, step: Step) -> list[tuple[str, str | None]]:
        """What each row says and where it leads."""
        ways: list[tuple[str, str | None]] = []
        for outcome in step.outcomes.values():
            said = self.say(outcome.title)
            ways.append((said, outcome.to))
            for n, to in outcome.after:
                ways.append(
                    (f"{said}（{self._nth(n)}）" if self.language == "zh" else f"{said} ({self._nth(n)})", to)
                )
        if step.within and step.late != "stay":
            ways.append((self.words.late, step.late))
        if step.silence:
            ways.append((self.words.silence, step.silence))
        if step.then:
            ways.append((self.words.then, step.then))
        return ways

    def _nth(self, n: int) -> str:
        return self.words.nth % {"n": n}

    def _resolve(self, step: Step, to: str | None) -> str | None:
        """The card a way leads to; None when it stays in the step."""
        if to == "route":
            to = next((s.name for s in self.playbook.steps.values() if "routed" in s.who), None)
        if to is None or to in STAYS or to == step.name or to not in self.order:
            return None
        return to

    def _target(self, step: Step, to: str | None) -> str:
        """Where a way leads, in words."""
        fixed = {
            None: self.words.stays,
            "stay": self.words.stays,
            "up": self.words.up,
            "supervise": self.words.supervised,
            "route": self.words.routed,
            "back": self.words.back,
            step.name: self.words.again,
        }
        if to is None or to in fixed:
            return fixed[to]
        if to in self.playbook.steps:
            return self.say(self.playbook.steps[to].title)
        return self._result(to) if to.startswith("end/") else self.say(self.name_of(to))

    def _result(self, end: str) -> str:
        result = end.removeprefix("end/")
        return self.say(self.playbook.results.get(result) or self.name_of(result))

    def _ends(self) -> list[str]:
        ends: dict[str, None] = {}
        for step in self.playbook.steps.values():
            targets = [o.to for o in step.outcomes.values()]
            targets += [to for o in step.outcomes.values() for _, to in o.after]
            for to in (*targets, step.late, step.silence, step.then):
                if to and to.startswith("end/"):
                    ends[to] = None
        named = [f"end/{result}" for result in self.playbook.results]
        return sorted(ends, key=lambda end: named.index(end) if end in named else len(named))

    # Cards -------------------------------------------------------------------------------------------

    def _step(self, step: Step, y: int) -> Card:
        card = Card(step.name, "step", y, current=step.name == self.current)
        room = self.right - self.left - 2 * PAD
        at = y + 3
        title = self.say(step.title) + (f" · {self.words.now}" if card.current else "")
        for text in wrap(title, TITLE, room):
            at += TITLE_STEP if card.lines else 18
            card.lines.append(Line(text, at, "title"))
        who = "、".join if self.language == "zh" else ", ".join
        owners = [f"{self.words.who} {who([self.say(self.name_of(name)) for name in step.who])}"]
        if step.each:
            owners.append(f"{self.say(self.name_of(step.each))} · {self.words.each}")
        for text in [text for owner in owners for text in wrap(owner, SMALL, room)]:
            at += SMALL_STEP
            card.lines.append(Line(text, at, "who"))
        at += 4
        for said, to in self._ways(step):
            at = self._row(card, step, said, to, at, room)
        card.height = at + 10 - y
        return card

    def _row(self, card: Card, step: Step, said: str, to: str | None, at: int, room: float) -> int:
        target = f"→ {self._target(step, to)}"
        lines = wrap(said, ROW, room)
        first = at + ROW_STEP
        for text in lines:
            at += ROW_STEP
            card.lines.append(Line(text, at, "row"))
        if width_of(lines[-1], ROW) + width_of(target, SMALL) + 10 > room:
            for text in wrap(target, SMALL, room):
                at += SMALL_STEP
                card.lines.append(Line(text, at, "target"))
        else:
            card.lines.append(Line(target, at, "target"))
        found = self._resolve(step, to)
        if found:
            card.ports.append((found, first - 4))
        return at

    def _end(self, key: str, y: int) -> Card:
        return Card(key, "end", y, 32, [Line(self._result(key), y + 21, "end")])

    def _note(self, y: int) -> Card:
        joint = "、" if self.language == "zh" else ", "
        said = joint.join(self.say(outcome.title) for outcome in self.playbook.anywhere.values())
        card = Card("anywhere", "note", y + 6)
        at = y + 4
        colon = "：" if self.language == "zh" else ": "
        for text in wrap(f"{self.words.anywhere}{colon}{said}", SMALL, WIDTH - 2 * EDGE - 2 * PAD):
            at += SMALL_STEP
            card.lines.append(Line(text, at + 4, "who"))
        card.height = at + 12 - card.y
        return card

    # Ways --------------------------------------------------------------------------------------------

    def _spans(self) -> dict[tuple[str, str], tuple[int, int]]:
        """For each side and target the first and last card its lane passes."""
        spans: dict[tuple[str, str], tuple[int, int]] = {}
        for i, step in enumerate(self.playbook.steps.values()):
            for _, to in self._ways(step):
                found = self._resolve(step, to)
                j = self.order.index(found) if found else i + 1
                if found and j != i + 1:
                    key = ("left" if j < i else "right", found)
                    low, high = spans.get(key, (i, j))
                    spans[key] = (min(low, i, j), max(high, i, j))
        return spans

    def _numbers(self) -> dict[tuple[str, str], int]:
        """A lane number for each: short ways nearest to the cards, no two in one lane that overlap."""
        spans = self._spans()
        numbers: dict[tuple[str, str], int] = {}
        for key in sorted(spans, key=lambda key: (spans[key][1] - spans[key][0], spans[key])):
            low, high = spans[key]
            taken = {
                numbers[other]
                for other in numbers
                if other[0] == key[0] and spans[other][0] <= high and spans[other][1] >= low
            }
            numbers[key] = next(n for n in range(len(spans) + 1) if n not in taken)
        return numbers

    def _count_lanes(self) -> tuple[int, int]:
        numbers = self._numbers()
        left = [n for (side, _), n in numbers.items() if side == "left"]
        right = [n for (side, _), n in numbers.items() if side == "right"]
        return max(left, default=-1) + 1, max(right, default=-1) + 1

    def _lanes(self, cards: list[Card]) -> list[Lane]:
        entries = {card.key: card.entry for card in cards}
        lanes = []
        for (side, to), number in self._numbers().items():
            ports = [
                y
                for i, card in enumerate(cards)
                for found, y in card.ports
                if found == to
                and self.order.index(to) != i + 1
                and (side == "left") == (self.order.index(to) < i)
            ]
            lanes.append(Lane(side, number, to, entries[to], tuple(sorted(ports))))
        return lanes

    def _next_ways(self, cards: list[Card]) -> list[tuple[int, int]]:
        return [
            (card.y + card.height, after.y)
            for card, after in pairwise(cards)
            if any(found == after.key for found, _ in card.ports)
        ]
