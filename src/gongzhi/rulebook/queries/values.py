"""Which value holds here and now."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gongzhi.kernel import clock
from gongzhi.kernel.revision import Kept
from gongzhi.rulebook.models import PackChoice, Value
from gongzhi.rulebook.queries.packs import pack_codes, read_pack
from gongzhi.rulebook.rules import (
    Limit,
    Pack,
    RuleValue,
    UnknownRule,
    WrittenValue,
    read_limit,
    value_in_force,
)
from gongzhi.rulebook.rules.values import NATIONAL


@dataclass(frozen=True, slots=True, eq=False)
class _Written:
    """Everything streets have set, as one structure a process keeps."""

    overrides: Mapping[tuple[int, str], tuple[WrittenValue, ...]]
    packs: Mapping[int, Pack]


def _build() -> _Written:
    overrides: dict[tuple[int, str], tuple[WrittenValue, ...]] = defaultdict(tuple)
    for row in Value.objects.filter(withdrawn_at=None):
        written = WrittenValue(
            row.ground_id, row.key, row.value_text, row.unit, row.source, row.effective, row.by_id
        )
        overrides[row.ground_id, row.key] += (written,)
    choices = PackChoice.objects.order_by("id").values_list("ground_id", "pack")
    packs = {ground: read_pack(code) for ground, code in choices if code in pack_codes()}
    return _Written(dict(overrides), packs)


WRITTEN = Kept("rulebook", _build)


def get_value(
    key: str,
    *,
    grounds: tuple[int, ...] = (),
    at: date | None = None,
    stamps: Mapping[str, int] | None = None,
) -> RuleValue:
    """The value of a key for a place (`grounds`: place ids, nearest first) on a day (today). Raises
    UnknownRule when no pack knows the key. At most the one query of `revision`."""
    found = _in_force(WRITTEN.get(stamps), key, at or clock.today(), grounds)
    if found is None:
        raise UnknownRule(key)
    return found


@lru_cache(maxsize=1024)
def _in_force(written: _Written, key: str, at: date, grounds: tuple[int, ...]) -> RuleValue | None:
    """Asked half a dozen times for every report. An edit makes another `written`, for which nothing is known
    yet."""
    return value_in_force(key, at, grounds, written.overrides, written.packs, read_pack(NATIONAL))


def get_limit(
    key: str,
    urgency: str = "",
    *,
    grounds: tuple[int, ...] = (),
    at: date | None = None,
    stamps: Mapping[str, int] | None = None,
) -> Limit:
    """A limit: `<key>.<urgency>` where the pack tells urgencies apart, else `<key>`. Raises UnknownRule."""
    if urgency:
        try:
            found = get_value(f"{key}.{urgency}", grounds=grounds, at=at, stamps=stamps)
            return read_limit(found.value, found.unit)
        except UnknownRule:
            pass
    found = get_value(key, grounds=grounds, at=at, stamps=stamps)
    return read_limit(found.value, found.unit)


def list_values(*, grounds: tuple[int, ...] = (), at: date | None = None) -> tuple[RuleValue, ...]:
    """Every value in force for a place, by key: the settings page."""
    written = WRITTEN.get()
    national, day = read_pack(NATIONAL), at or clock.today()
    keys = set(national.values) | {key for pack in written.packs.values() for key in pack.values}
    found = (
        value_in_force(key, day, grounds, written.overrides, written.packs, national) for key in sorted(keys)
    )
    return tuple(value for value in found if value is not None)


def list_packs() -> tuple[Pack, ...]:
    """All packs of this release."""
    return tuple(read_pack(code) for code in pack_codes())


def pack_of(grounds: tuple[int, ...] = (), *, stamps: Mapping[str, int] | None = None) -> Pack:
    """The pack followed here: the nearest ground's choice, else the national one."""
    packs = WRITTEN.get(stamps).packs
    return next((packs[ground] for ground in (*grounds, 0) if ground in packs), read_pack(NATIONAL))


def list_overrides(ground_id: int | None = None) -> tuple[Value, ...]:
    """What streets have set themselves, withdrawn ones too, newest first: each change has an author."""
    rows = Value.objects.order_by("-id")
    return tuple(rows if ground_id is None else rows.filter(ground_id=ground_id))
