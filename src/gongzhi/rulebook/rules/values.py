"""Which value holds: the street's own where it set one, else its pack's, else the national one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied, Invalid, NotFound
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.rulebook.rules.calendar import LIMIT_UNITS, Limit, read_spans

NATIONAL = "national"
_FRACTION = re.compile(r"[0-9]{1,4}/[1-9][0-9]{0,3}")
MAX_AMOUNT = 10_000
_AMOUNT = _("Please write a whole number of at most %(most)s.")
_FITTING: Mapping[str, str] = {
    "count": _AMOUNT,
    "minutes": _AMOUNT,
    "days": _AMOUNT,
    "fraction": _("Please write a fraction of at most 1, such as 2/3."),
    "flag": _("Please write yes or no."),
    "spans": _("Please write times of day, such as 08:30-12:00,13:30-17:30."),
}
_ANY_WORDS = _("Please write between 1 and 500 characters.")


class UnknownRule(NotFound):
    """No pack knows this key."""

    code = "unknown-rule"
    sentence: object = _("No rule pack has a value of this name.")


class UnknownPack(NotFound):
    """No such pack."""

    code = "unknown-pack"
    sentence: object = _("There is no rule pack of this name.")


class BadValue(Invalid):
    """The value does not fit its kind; the sentence says what would."""

    code = "bad-value"
    sentence: object = _("Please write a whole number of at least 1 and at most %(most)s.")
    field = "value"


class OtherUnit(BadValue):
    """The rule is counted in another unit."""

    sentence: object = _("This rule is counted in another unit: please take the one it had.")
    field = "unit"


class OnlyStaff(Denied):
    """Rules are set by people who answer for it."""

    code = "only-staff"
    sentence: object = _("Rules are set by the street's staff.")


@dataclass(frozen=True, slots=True)
class PackValue:
    """One value as a pack has it. Units: those of limits, `count`, `minutes`, `days`, `fraction`, `flag`,
    `spans`, `list`, `text`."""

    key: str
    value: str
    unit: str
    source: str
    effective: date
    verified: bool
    title: Mapping[str, str]


@dataclass(frozen=True)
class Pack:
    """A region's values. `days` are days worked or not that differ from the public table; `lunar` the days
    off that follow the moon, for years whose notice is not out yet."""

    code: str
    title: Mapping[str, str]
    values: Mapping[str, tuple[PackValue, ...]]
    days: Mapping[date, bool]
    lunar: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """An override the street has written down."""

    ground_id: int
    key: str
    value: str
    unit: str
    source: str
    effective: date
    by_id: int | None


@dataclass(frozen=True, slots=True)
class RuleValue:
    """A value in force and where it comes from. `overridden_by` is the account that set it, None if the
    pack's own; `pack` the pack that knows the key."""

    key: str
    value: str
    unit: str
    source: str
    effective: date
    verified: bool
    pack: str
    overridden_by: int | None = None
    ground_id: int | None = None

    @property
    def number(self) -> int:
        """As a whole number."""
        return int(self.value)

    @property
    def fraction(self) -> Fraction:
        """As an exact fraction: thresholds are never floats."""
        return Fraction(self.value)

    @property
    def flag(self) -> bool:
        """As yes or no."""
        return self.value == "yes"

    @property
    def parts(self) -> tuple[str, ...]:
        """As a list."""
        return tuple(part.strip() for part in self.value.split(",") if part.strip())


def read_limit(value: str, unit: str) -> Limit:
    """A limit as written; raises BadValue when it is none."""
    if unit not in LIMIT_UNITS or not value.isdecimal():
        raise BadValue(most=MAX_AMOUNT)
    return Limit(int(value), unit)


def value_in_force(
    key: str,
    at: date,
    grounds: tuple[int, ...],
    overrides: Mapping[tuple[int, str], tuple[WrittenValue, ...]],
    packs: Mapping[int, Pack],
    national: Pack,
) -> RuleValue | None:
    """From the nearest ground outward (0, the whole deployment, last): the ground's own override, else the
    value of the pack chosen there; then the national pack. Of several, the latest already in force."""
    for ground in (*(one for one in grounds if one), 0):
        written = _latest(overrides.get((ground, key), ()), at)
        if written is not None:
            return _own(written, packs.get(ground, national).code)
        pack = packs.get(ground)
        found = _latest(pack.values.get(key, ()), at) if pack else None
        if pack and found is not None:
            return _of_pack(found, pack.code)
    found = _latest(national.values.get(key, ()), at)
    return _of_pack(found, national.code) if found else None


def _latest(values: Iterable["PackValue | WrittenValue"], at: date) -> "PackValue | WrittenValue | None":
    in_force = [value for value in values if value.effective <= at]
    return max(in_force, key=lambda value: value.effective, default=None)


def _own(written: "PackValue | WrittenValue", pack: str) -> RuleValue:
    by_id, ground = getattr(written, "by_id", None), getattr(written, "ground_id", None)
    return RuleValue(
        written.key, written.value, written.unit, written.source, written.effective,
        verified=True, pack=pack, overridden_by=by_id, ground_id=ground,
    )  # fmt: skip


def _of_pack(found: "PackValue | WrittenValue", pack: str) -> RuleValue:
    return RuleValue(
        found.key, found.value, found.unit, found.source, found.effective,
        verified=getattr(found, "verified", False), pack=pack,
    )  # fmt: skip


def check_value(value: str, unit: str, *, pack_unit: str) -> None:
    """Whether an override fits the kind the pack has the key as; raises BadValue. A limit may change its unit
    (natural for working days), nothing else may."""
    limit = pack_unit in LIMIT_UNITS
    if unit not in (LIMIT_UNITS if limit else (pack_unit,)):
        raise OtherUnit
    if limit and not (value.isdecimal() and 1 <= int(value) <= MAX_AMOUNT):
        raise BadValue(most=MAX_AMOUNT)
    if not limit and not _fits(value, unit):
        raise BadValue(_FITTING.get(unit, _ANY_WORDS), most=MAX_AMOUNT)


def _fits(value: str, unit: str) -> bool:
    match unit:
        case "count" | "minutes" | "days":
            return value.isdecimal() and int(value) <= MAX_AMOUNT
        case "fraction":
            return bool(_FRACTION.fullmatch(value)) and Fraction(value) <= 1
        case "flag":
            return value in ("yes", "no")
        case "spans":
            try:
                return bool(read_spans(value))
            except ValueError:
                return False
        case _:
            return 0 < len(value) <= 500


def check_may_set_rules(actor: Actor) -> None:
    """Rules are set by a signed-in person or the machine itself; which post may is asked at the door. Raises
    OnlyStaff."""
    if actor.kind not in ("person", "system"):
        raise OnlyStaff
