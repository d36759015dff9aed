"""Judgement of routing, pure: what is it about, is it dangerous, whose is it, was it said before."""

from gongzhi.routing.rules.danger import DangerFinder
from gongzhi.routing.rules.editing import DropPath, MovePath, PathEdit, PutPath, edit_paths, next_code
from gongzhi.routing.rules.effects import Comparison, Landing, Load, Shift, compare_landings
from gongzhi.routing.rules.faults import list_path_faults
from gongzhi.routing.rules.kinds import Kind, check_kind, in_order, read_kinds, write_kinds
from gongzhi.routing.rules.paths import can_take_path, choose_path, try_paths_in_turn
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
    PathTrial,
    Sign,
    Situation,
    Ties,
    Titled,
    Topic,
    Word,
)
from gongzhi.routing.rules.times import TIMES, USUAL_NIGHT, name_times, read_window
from gongzhi.routing.rules.words import WordFinder
from gongzhi.routing.rules.writing import head_of, write_paths

__all__ = [
    "NO_GUESS",
    "TICKS",
    "TIMES",
    "USUAL_NIGHT",
    "Alarm",
    "BadList",
    "BrokenList",
    "Comparison",
    "DangerFinder",
    "Dangers",
    "DropPath",
    "Duty",
    "Grounds",
    "Guess",
    "Kind",
    "Landing",
    "Library",
    "Load",
    "MovePath",
    "PathEdit",
    "PathFault",
    "PathRule",
    "PathTrial",
    "PutPath",
    "Shift",
    "Sign",
    "Situation",
    "Ties",
    "Titled",
    "Topic",
    "Word",
    "WordFinder",
    "can_take_path",
    "check_kind",
    "choose_path",
    "compare_landings",
    "edit_paths",
    "explain",
    "head_of",
    "in_order",
    "list_path_faults",
    "name_times",
    "next_code",
    "read_dangers",
    "read_kinds",
    "read_library",
    "read_path",
    "read_paths",
    "read_window",
    "read_words",
    "read_yaml",
    "try_paths_in_turn",
    "write_kinds",
    "write_paths",
    "write_words",
]
