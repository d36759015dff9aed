"""Features of many messages as a sparse table, weighed by how rare they are."""

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from scipy.sparse import csr_array

Feature = TypeVar("Feature", bound=Hashable)

FEW = 20
"""A feature in at most so many messages is never too common."""


def weigh(
    features: Sequence[Mapping[Feature, float]], *, least: int = 1, power: float = 1.0, most: float = 1.0
) -> csr_array:
    """One row per message, each of length one: weight × rarity ** `power`. Features in fewer than `least`
    messages, or in more than the share `most` of them, are left out."""
    count = len(features)
    spread = Counter(key for one in features for key in one)
    limit = max(count * most, FEW)
    place = {key: at for at, key in enumerate(k for k, times in spread.items() if least <= times <= limit)}
    rarity = {key: math.log(1 + count / spread[key]) ** power for key in place}
    columns: list[int] = []
    values: list[float] = []
    starts = [0]
    for one in features:
        row = {place[key]: weight * rarity[key] for key, weight in one.items() if key in place}
        length = math.sqrt(sum(value * value for value in row.values())) or 1.0
        columns.extend(row)
        values.extend(value / length for value in row.values())
        starts.append(len(columns))
    shape = (count, max(len(place), 1))
    return csr_array(
        (np.array(values, dtype=np.float64), np.array(columns, dtype=np.int32), starts), shape=shape
    )
