"""Judgement of routing, pure: what is it about, is it dangerous, whose is it, was it said before."""

from gongzhi.routing.rules.danger import DangerFinder
from gongzhi.routing.rules.paths import can_take_path, choose_path, list_path_faults
from gongzhi.routing.rules.reading import (
    TICKS,
    BadList,
    BrokenList,
    read_dangers,
    read_library,
    read_path,
    read_paths,
    read_words,
    read_yaml,
    write_words,
)
from gongzhi.routing.rules.reasons import Grounds, explain
from gongzhi.routing.rules.shapes import (
    NO_GUESS,
    Alarm,
    Dangers,
    Duty,
    Guess,
    Library,
    PathFault,
    PathRule,
    Sign,
    Situation,
    Titled,
    Topic,
    Word,
)
from gongzhi.routing.rules.words import WordFinder

__all__ = [
    "NO_GUESS",
    "TICKS",
    "Alarm",
    "BadList",
    "BrokenList",
    "DangerFinder",
    "Dangers",
    "Duty",
    "Grounds",
    "Guess",
    "Library",
    "PathFault",
    "PathRule",
    "Sign",
    "Situation",
    "Titled",
    "Topic",
    "Word",
    "WordFinder",
    "can_take_path",
    "choose_path",
    "explain",
    "list_path_faults",
    "read_dangers",
    "read_library",
    "read_path",
    "read_paths",
    "read_words",
    "read_yaml",
    "write_words",
]
