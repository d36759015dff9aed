"""Telling which category a text belongs to: learned from labelled texts, from names alone, or from both."""

from gongzhi.routing.rules.sorting.clues import key_of_text
from gongzhi.routing.rules.sorting.comparing import Compared, compare_held_back
from gongzhi.routing.rules.sorting.fitting import NothingToLearn, fit_sorter, fit_trial, learn_new_label
from gongzhi.routing.rules.sorting.measuring import Scores, measure
from gongzhi.routing.rules.sorting.names import Named, fit_names
from gongzhi.routing.rules.sorting.packing import pack_sorter, unpack_sorter
from gongzhi.routing.rules.sorting.sorter import UNSORTED, Sorted, Sorter
from gongzhi.routing.rules.sorting.subjects import NO_SUBJECTS, Subjects, read_subjects

__all__ = [
    "NO_SUBJECTS",
    "UNSORTED",
    "Compared",
    "Named",
    "NothingToLearn",
    "Scores",
    "Sorted",
    "Sorter",
    "Subjects",
    "compare_held_back",
    "fit_names",
    "fit_sorter",
    "fit_trial",
    "key_of_text",
    "learn_new_label",
    "measure",
    "pack_sorter",
    "read_subjects",
    "unpack_sorter",
]
