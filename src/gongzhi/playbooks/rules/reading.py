"""A YAML 1.2 text as a tree in which every value is a string and knows its line.

`no`, `12:30` and `146` stay what was typed. Anchors are followed only as far as a page of text can grow.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gongzhi.kernel import yaml
from gongzhi.playbooks.rules.faults import Fault

MOST_CHARACTERS = 100_000
MOST_NODES = 10_000
DEEPEST = 12


@dataclass(frozen=True)
class Branch:
    """A value with its line: a string, a list of branches, or a mapping to branches."""

    value: "str | tuple[Branch, ...] | Mapping[str, Branch]"
    line: int


class Unreadable(Exception):
    """The text is no YAML we take; `fault` says where and why."""

    def __init__(self, line: int, code: str, **params: str) -> None:
        super().__init__(code)
        self.fault = Fault(line, code, params)


def read_tree(text: str) -> Branch:
    """The tree of `text`. Raises `Unreadable`."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(1, "too-long", most=str(MOST_CHARACTERS))
    try:
        root = yaml.compose(text)
    except yaml.NotYaml as error:
        raise Unreadable(error.line, "not-yaml", problem=error.problem) from error
    if root is None:
        raise Unreadable(1, "empty-file")
    return _Walk().branch(root, 0)


class _Walk:
    """Turns nodes into branches and counts them, so that a few anchors cannot grow into a forest."""

    def __init__(self) -> None:
        self.count = 0

    def branch(self, node: Any, depth: int) -> Branch:
        line = node.start_mark.line + 1
        self.count += 1
        if self.count > MOST_NODES or depth > DEEPEST:
            raise Unreadable(line, "too-deep")
        if isinstance(node, yaml.ScalarNode):
            return Branch(str(node.value), line)
        if isinstance(node, yaml.SequenceNode):
            return Branch(tuple(self.branch(child, depth + 1) for child in node.value), line)
        if isinstance(node, yaml.MappingNode):
            return Branch(self._pairs(node, depth), line)
        raise Unreadable(line, "not-yaml", problem=type(node).__name__)

    def _pairs(self, node: yaml.MappingNode, depth: int) -> dict[str, Branch]:
        pairs: dict[str, Branch] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise Unreadable(line, "key-not-a-word")
            if key.value in pairs:
                raise Unreadable(line, "said-twice", key=str(key.value))
            below = self.branch(value, depth + 1)
            pairs[str(key.value)] = Branch(below.value, line) if below.line < line else below
        return pairs
