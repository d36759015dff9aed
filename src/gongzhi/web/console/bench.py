"""The workbench as it is shown: groups narrowed by the chips of the address, figures that are real."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gongzhi.cases.queries import CaseRow, Within, Workbench, workbench_for
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.web.console.rows import Line, line_of
from gongzhi.web.tags import either

GROUPS: tuple[tuple[str, Promise, str], ...] = (
    ("approvals", _("Waits for your yes or no"), "do"),
    ("alarms", _("Alarms: nobody has it, or the ladder has ended"), "late"),
    ("overdue", _("Overdue"), "late"),
    ("today", _("Due today"), "wait"),
    ("parts", _("Others lead, you help"), ""),
    ("rest", _("The rest"), ""),
    ("watched", _("Under your supervision"), ""),
)


@dataclass(frozen=True)
class Group:
    """Cases under one heading; `count` is all there are, `lines` the most pressing of them."""

    code: str
    name: Promise
    kind: str
    count: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Chip:
    """A choice of a filter, as it stands in the address."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True)
class Bench:
    """Everything on the workbench."""

    counts: Workbench
    groups: tuple[Group, ...]
    steps: tuple[Chip, ...]
    categories: tuple[Chip, ...]
    oldest: datetime | None
    nearest: datetime | None
    most_seconded: Line | None
    mine: int
    narrowed: bool


def build_bench(actor: Actor, wanted: Mapping[str, str], on: Within | None = None) -> Bench:
    """The desk of this actor, `on` the ground they stand on; `wanted` may name a step and a category. What
    rings and is one's own stands once, among one's own."""
    now = clock.now()
    found = workbench_for(actor, now, on=on)
    step, category = wanted.get("step", ""), wanted.get("category", "")
    own = (*found.overdue, *found.today, *found.rest)
    own_refs = {row.ref for row in own}
    found = replace(found, alarms=tuple(row for row in found.alarms if row.ref not in own_refs))
    groups = [_group(found, code, name, kind, now, step, category) for code, name, kind in GROUPS]
    most = max(own, key=lambda row: row.followers, default=None)
    return Bench(
        counts=found,
        groups=tuple(group for group in groups if group.lines),
        steps=_chips({row.step: either(row.step_title) for row in own}, step),
        categories=_chips({row.category.code: row.category.name for row in own if row.category}, category),
        oldest=min((row.due_at for row in found.overdue if row.due_at), default=None),
        nearest=min((row.due_at for row in found.today if row.due_at), default=None),
        most_seconded=line_of(most, now) if most is not None and most.followers else None,
        mine=found.count_overdue + found.count_today + found.count_rest,
        narrowed=bool(step or category),
    )


def _group(
    bench: Workbench, code: str, name: Promise, kind: str, now: datetime, step: str, category: str
) -> Group:
    rows: Iterable[CaseRow] = getattr(bench, code)
    kept = [
        row
        for row in rows
        if (not step or row.step == step)
        and (not category or (row.category is not None and row.category.code == category))
    ]
    whole = getattr(bench, f"count_{code}", len(kept))
    return Group(
        code,
        name,
        kind,
        len(kept) if step or category else whole,
        tuple(line_of(row, now) for row in kept),
    )


def _chips(names: Mapping[str, str], chosen: str) -> tuple[Chip, ...]:
    return tuple(Chip(value, words, value == chosen) for value, words in sorted(names.items()))
