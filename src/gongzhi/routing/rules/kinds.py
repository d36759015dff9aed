"""The tree of kinds of matters as one list, so that each change of it has an author and can be taken back."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.routing.rules.reading import BadList

CODE = re.compile(r"[a-z][a-z0-9-]{1,39}")
RESERVED = frozenset({"new", "any"})
URGENCIES = ("critical", "utility", "ordinary", "complex")
BAD_CODE = _("A kind is named by small letters, digits and dashes, beginning with a letter.")
TAKEN = _("There is a kind of this code already.")
LOOP = _("A kind cannot lie below itself.")
NO_NAME = _("Please give a name in both languages.")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of matter. `parent` is the code of the kind above it, of any depth; `words` as they are kept
    (`路灯*3`)."""

    code: str
    scenario: str
    name_zh: str
    name_en: str
    parent: str | None = None
    words: tuple[str, ...] = ()
    urgency: str = "ordinary"
    common: bool = True
    sort_no: int = 0
    active: bool = True


def check_kind(kind: Kind, known: Mapping[str, str | None], *, fresh: bool) -> None:
    """Whether a kind can stand in the tree (`known`: code → parent). Raises Invalid naming the field."""
    if not CODE.fullmatch(kind.code) or kind.code in RESERVED:
        raise Invalid(BAD_CODE, field="code")
    if fresh and kind.code in known:
        raise Invalid(TAKEN, field="code")
    if not kind.name_zh or not kind.name_en:
        raise Invalid(NO_NAME, field="name_zh" if not kind.name_zh else "name_en")
    if kind.parent is not None and (kind.parent not in known or kind.code in line_above(kind.parent, known)):
        raise Invalid(LOOP, field="parent")


def line_above(code: str, known: Mapping[str, str | None]) -> tuple[str, ...]:
    """A kind and those above it, the nearest first; a loop in the records ends where it begins."""
    line: list[str] = []
    above: str | None = code
    while above is not None and above not in line:
        line.append(above)
        above = known.get(above)
    return tuple(line)


def in_order(kinds: Iterable[Kind]) -> tuple[tuple[int, Kind], ...]:
    """The tree from the top with the depth of each, every kind right below the one it belongs to."""
    held = sorted(kinds, key=lambda one: (one.sort_no, one.code))
    codes = {one.code for one in held}
    below: dict[str | None, list[Kind]] = {}
    for one in held:
        below.setdefault(one.parent if one.parent in codes else None, []).append(one)
    found: list[tuple[int, Kind]] = []
    waiting = [(0, one) for one in reversed(below.get(None, []))]
    while waiting:
        depth, one = waiting.pop()
        found.append((depth, one))
        waiting.extend((depth + 1, inner) for inner in reversed(below.get(one.code, [])))
    return tuple(found)


def write_kinds(kinds: Iterable[Kind]) -> str:
    """The tree as text, one kind a line."""
    lines = (f"  - {{{', '.join(_said(kind))}}}" for _depth, kind in in_order(kinds))
    return "\n".join(("kinds:", *lines, ""))


def _said(kind: Kind) -> list[str]:
    told: dict[str, object] = {
        "code": kind.code,
        "parent": kind.parent,
        "scenario": kind.scenario,
        "zh": kind.name_zh,
        "en": kind.name_en,
        "urgency": kind.urgency,
        "common": kind.common,
        "active": kind.active,
        "order": kind.sort_no,
        "words": list(kind.words),
    }
    return [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]


def read_kinds(written: object) -> tuple[Kind, ...]:
    """The tree from its text, parents before children. Raises BadList."""
    rows = written.get("kinds") if isinstance(written, Mapping) else None
    if not isinstance(rows, list | tuple) or not rows:
        raise BadList(entry="kinds", part="list")
    kinds = [_read_kind(row) for row in rows]
    known = {kind.code: kind.parent for kind in kinds}
    for kind in kinds:
        if len(known) < len(kinds) or kind.parent == kind.code or _loops(kind.code, known):
            raise BadList(entry=kind.code, part="parent" if len(known) == len(kinds) else "code")
    return tuple(kind for _depth, kind in in_order(kinds))


def _loops(code: str, known: Mapping[str, str | None]) -> bool:
    above = known[code]
    if above is None:
        return False
    if above not in known:
        return True
    line = line_above(above, known)
    return code in line or known[line[-1]] is not None


def _read_kind(row: object) -> Kind:
    if not isinstance(row, Mapping):
        raise BadList(entry="kinds", part="list")
    code = str(row.get("code", ""))
    for part in ("code", "scenario", "zh", "en"):
        if not row.get(part):
            raise BadList(entry=code, part=part)
    urgency, words, order = row.get("urgency", "ordinary"), row.get("words", []), str(row.get("order", "0"))
    if urgency not in URGENCIES:
        raise BadList(entry=code, part="urgency")
    if not CODE.fullmatch(code) or not isinstance(words, Sequence) or not order.isdecimal():
        raise BadList(entry=code, part="code" if not CODE.fullmatch(code) else "words")
    return Kind(
        code=code,
        scenario=str(row["scenario"]),
        name_zh=str(row["zh"]),
        name_en=str(row["en"]),
        parent=str(row["parent"]) if row.get("parent") else None,
        words=tuple(str(word) for word in words),
        urgency=str(urgency),
        common=row.get("common") is not False,
        sort_no=int(order),
        active=row.get("active") is not False,
    )
