"""Words of the speech list replaced inside its text: what stands around them, remarks above all, stays as it
was typed. A remark among words stays with the word it stands above or beside; of a word that goes it moves to
the end of the list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from gongzhi.kernel import yaml
from gongzhi.routing.rules.folding import fold
from gongzhi.routing.rules.reading import read_speech, read_yaml
from gongzhi.routing.rules.shapes import SpeechList
from gongzhi.routing.rules.speech_words import PARTS
from gongzhi.routing.rules.writing import head_of, write_many, write_rows, write_speech

SECTIONS = {
    **dict.fromkeys(("insults", "innocent"), "insults"),
    **dict.fromkeys(("numbers", "sites", "offices"), "allowed"),
    **dict.fromkeys(("calls", "offers", "complaints"), "advertising"),
}
"""Part of the list → under which key it stands."""
KEYS = {"insults": "words"}
_REMARK = re.compile(r"#.*")


@dataclass
class Remarks:
    """The remarks among the words of one list: above and beside a word (folded), and below them all."""

    above: dict[str, list[str]] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)
    below: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.above or self.beside or self.below)


def respell(text: str, speech: SpeechList) -> str:
    """The text with the words of `speech` where they differ. Where it says a part nowhere, or in a way that
    cannot be followed, it is written anew, with all its remarks at the head."""
    whole = write_speech(speech, _all_remarks(text))
    former, spots = read_speech(read_yaml(text)), _spots(text)
    changed = [part for part in PARTS if getattr(former, part) != getattr(speech, part)]
    if not all(part in spots for part in changed):
        return whole
    said = text
    for part in sorted(changed, key=lambda one: spots[one][0].start_mark.index, reverse=True):
        said = _replace(said, *spots[part], getattr(speech, part))
    return said if read_speech(read_yaml(said)) == read_speech(read_yaml(whole)) else whole


def _all_remarks(text: str) -> str:
    """Those at the head as they are, and whatever other line is a remark."""
    head = head_of(text)
    others = (line.strip() for line in text.splitlines()[len(head.splitlines()) :])
    return "\n".join((*head.splitlines(), *(line for line in others if line.startswith("#"))))


def _spots(text: str) -> dict[str, tuple[yaml.ScalarNode, yaml.SequenceNode]]:
    """Where the lists of words stand: part → key and words."""
    tree = yaml.compose(text)
    found = {
        (section.value, key.value): (key, words)
        for section, inner in _pairs(tree)
        for key, words in _pairs(inner)
        if isinstance(words, yaml.SequenceNode)
    }
    wanted = {part: (SECTIONS[part], KEYS.get(part, part)) for part in PARTS}
    return {part: found[place] for part, place in wanted.items() if place in found}


def _pairs(node: object) -> Sequence[tuple[yaml.ScalarNode, object]]:
    return node.value if isinstance(node, yaml.MappingNode) else ()


def _replace(text: str, key: yaml.ScalarNode, words: yaml.SequenceNode, said: Sequence[str]) -> str:
    start, column, end = key.start_mark.index, key.start_mark.column, words.end_mark.index
    if not words.flow_style and words.value:  # beyond the line of the last word it belongs to what follows
        end = (text + "\n").index("\n", words.value[-1].end_mark.index)
    remarks = _remarks_in(text, key.end_mark.index, end, words)
    rows = write_many(key.value, said, column)
    if remarks:
        pad = " " * (column + 2)
        rows = [f"{key.value}:", *(f"{pad}{row}" for row in ("[", *_rows(said, remarks), "]"))]
    return text[:start] + "\n".join(rows).lstrip() + text[end:]


def _remarks_in(text: str, start: int, end: int, words: yaml.SequenceNode) -> Remarks:
    """Between the words stand only signs and remarks: a hash there is never part of a word."""
    remarks, last = Remarks(), ""
    for word in words.value:
        beside, above = _split(text[start : word.start_mark.index], last)
        remarks.beside.update({last: beside} if beside else {})
        last, start = fold(str(word.value)), word.end_mark.index
        if above:
            remarks.above[last] = above
    beside, remarks.below = _split(text[start:end], last)
    remarks.beside.update({last: beside} if beside else {})
    return remarks


def _split(gap: str, last: str) -> tuple[str, list[str]]:
    """The remark beside the word before the gap, if there is one, and the others."""
    first, *others = [found[0] if (found := _REMARK.search(line)) else "" for line in gap.split("\n")]
    beside, above = (first, others) if last else ("", [first, *others])
    return beside, [one.rstrip() for one in above if one]


def _rows(words: Sequence[str], remarks: Remarks) -> Iterator[str]:
    """The words in rows, each remark where it stood."""
    waiting: list[str] = []
    for word in words:
        key = fold(word)
        above, beside = remarks.above.pop(key, ()), remarks.beside.pop(key, "")
        if above or beside:
            yield from _row_by_row((*write_rows(waiting), *above))
            waiting = []
        waiting.append(word)
        if beside:
            yield f" {write_rows(waiting)[0]}  {beside}"
            waiting = []
    left = chain.from_iterable(remarks.above.values())
    yield from _row_by_row((*write_rows(waiting), *left, *remarks.beside.values(), *remarks.below))


def _row_by_row(rows: Iterable[str]) -> Iterator[str]:
    return (f" {row}" for row in rows)
