"""Reading the packs that come with this release."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gongzhi.kernel import yaml
from gongzhi.rulebook.rules import Pack, PackValue, UnknownPack

FOLDER = Path(__file__).resolve().parent.parent / "packs"


@cache
def read_pack(code: str) -> Pack:
    """The pack of this name; raises UnknownPack. Packs change only with a release, so they are read once."""
    path = FOLDER / f"{code}.yaml"
    if code not in pack_codes():
        raise UnknownPack(field="pack")
    return _as_pack(code, yaml.load(path.read_text(encoding="utf-8")))


@cache
def pack_codes() -> tuple[str, ...]:
    """The names of all packs."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def _as_pack(code: str, written: dict[str, Any]) -> Pack:
    values: dict[str, tuple[PackValue, ...]] = {}
    for entry in written.get("values", ()):
        value = PackValue(
            key=entry["key"],
            value=str(entry["value"]),
            unit=entry["unit"],
            source=entry["source"],
            effective=_as_date(entry["effective"]),
            verified=bool(entry["verified"]),
            title=entry["title"],
        )
        values[value.key] = (*values.get(value.key, ()), value)
    days = {_as_date(day): True for day in written.get("days", {}).get("work", ())}
    days |= {_as_date(day): False for day in written.get("days", {}).get("rest", ())}
    lunar = tuple(_as_date(day) for day in written.get("lunar", ()))
    return Pack(code, written["title"], values, days, lunar)


def _as_date(written: object) -> date:
    return written if isinstance(written, date) else date.fromisoformat(str(written))
