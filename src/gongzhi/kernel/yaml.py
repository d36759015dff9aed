"""YAML 1.2 as people write it: `no` and `12:30` stay words, a key said twice is a mistake.

libyaml reads the signs: lists of words are read at every start of a process, and a reader in plain Python
takes ten times as long. libyaml's builder of trees calls itself for every level and dies of a page of
opening brackets; how deep a text goes is therefore counted before anything is built.
"""

import datetime
import re
from collections.abc import Callable, Hashable
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

__all__ = ["MappingNode", "NotYaml", "ScalarNode", "SequenceNode", "compose", "load"]

DEEPEST = 50
"""Levels of lists and mappings within one another; what people write has five."""


class NotYaml(Exception):
    """The text is no YAML we take: `line` counts from 1, `problem` says what the reader saw there."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line, self.problem = line, problem


def load(text: str) -> Any:
    """The value of one document: str, bool, int, float, date, None, list, dict. No anchors: a few of them
    grow into a forest. Raises NotYaml."""
    return _read(text, yaml.load, anchors=False)


def compose(text: str) -> Node | None:
    """The tree of one document with its lines (from 0), anchors followed. Raises NotYaml."""
    tree: Node | None = _read(text, yaml.compose, anchors=True)
    return tree


def _read(text: str, build: Callable[..., Any], *, anchors: bool) -> Any:
    try:
        _measure(text, anchors=anchors)
        return build(text, Loader=_Loader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
        raise NotYaml(_line_of(mark), str(getattr(fault, "problem", "") or "")) from fault
    except ValueError as fault:  # signs YAML forbids, a date that is none, a number of a thousand digits
        raise NotYaml(1, str(fault)) from fault


def _line_of(mark: Any) -> int:
    return mark.line + 1 if mark else 1


def _measure(text: str, *, anchors: bool) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise NotYaml(_line_of(event.start_mark), "too deep")
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        elif isinstance(event, AliasEvent) and not anchors:
            raise NotYaml(_line_of(event.start_mark), "anchors are not followed")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML knows YAML 1.1; words, numbers and keys here follow 1.2."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """As PyYAML, but what is said twice is refused instead of forgotten."""
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            raise ConstructorError(None, None, "a key is said twice", _mark_of_repeated(node))
        return mapping


def _mark_of_repeated(node: MappingNode) -> Any:
    seen = set()
    for key, _value in node.value:
        if key.value in seen:
            return key.start_mark
        seen.add(key.value)
    return node.start_mark


def _whole_number(_loader: object, node: ScalarNode) -> int:
    text = str(node.value)
    return int(text, 0) if text.startswith(("0x", "0o")) else int(text)


def _day(_loader: object, node: ScalarNode) -> datetime.date:
    return datetime.date.fromisoformat(node.value)


# The core schema of YAML 1.2.2, chapter 10.3, and calendar days.
_CORE = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
)
for _name, _pattern, _first in _CORE:
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(f"(?:{_pattern})\\Z"), list(_first)
    )
_Loader.add_constructor("tag:yaml.org,2002:int", _whole_number)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)
