"""The only place that writes cases."""

from gongzhi.cases.actions.confirm_result import confirm_result
from gongzhi.cases.actions.place_case import place_case
from gongzhi.cases.actions.take_outcome import take_outcome
from gongzhi.cases.rules.shapes import CaseMoved, Filing, ForeignOrder, NewCase, PlacedCase

__all__ = [
    "CaseMoved",
    "Filing",
    "ForeignOrder",
    "NewCase",
    "PlacedCase",
    "confirm_result",
    "place_case",
    "take_outcome",
]
