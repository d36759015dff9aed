"""Is it the same matter? Shared pairs of characters between two texts, as a whole percent."""

from collections.abc import Collection

LEAST_PAIRS = 3


def likeness(one: Collection[str], other: Collection[str]) -> int:
    """Percent of the shorter text's pairs that the longer one has too. Texts of fewer than three pairs say too
    little to be compared: 0."""
    if min(len(one), len(other)) < LEAST_PAIRS:
        return 0
    return 100 * len(set(one) & set(other)) // min(len(one), len(other))
