"""Judgement about places, pure: levels, coordinates, address words, outlines, periods, spoken numbers."""

from gongzhi.territory.rules.levels import (
    AREA_ORDER,
    LEVEL_ORDER,
    MAY_LIE_IN,
    PARENT_KIND,
    TILES,
    AreaKind,
    EstateKind,
    Level,
    can_lie_in,
)

__all__ = [
    "AREA_ORDER",
    "LEVEL_ORDER",
    "MAY_LIE_IN",
    "PARENT_KIND",
    "TILES",
    "AreaKind",
    "EstateKind",
    "Level",
    "can_lie_in",
]
