"""Take an imported file back as a whole."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models, transaction

from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce
from gongzhi.territory.actions.tracing import Trace, leave_traces
from gongzhi.territory.events import ImportUndone
from gongzhi.territory.models import Alias, Area, Change, Coverage, ImportBatch, Place
from gongzhi.territory.rules import LEVEL_ORDER
from gongzhi.territory.rules.refusals import AlreadyUndone, StillUsed

_TABLES: dict[str, type[models.Model]] = {
    "coverage": Coverage,
    "alias": Alias,
    "area": Area,
    "place": Place,
}
_AT_ONCE = 5_000
_Rows = dict[str, set[int]]


@transaction.atomic
def undo_import(batch_ref: str, *, actor: Actor) -> int:
    """Delete what the file made and put back what it changed. Returns how many rows that were.

    Raises NotFound; AlreadyUndone; StillUsed when something of it is used by now (a case, a seat, a later
    area) or was changed since: then nothing is taken back."""
    batch = ImportBatch.objects.select_for_update().filter(ref=batch_ref).first()
    if batch is None:
        raise NotFound()
    if batch.state == ImportBatch.State.UNDONE:
        raise AlreadyUndone()
    changes = list(Change.objects.filter(batch=batch).order_by("-pk"))
    made = {subject: _ids(changes, subject) for subject in _TABLES}
    uses = list(_uses_of(made))
    if uses:
        raise StillUsed(uses="；".join(uses[:5]))
    for change in changes:
        if change.before_text:
            _put_back(change)
    _delete(made)
    batch.state, batch.undone_at = ImportBatch.State.UNDONE, clock.now()
    batch.save(update_fields=["state", "undone_at"])
    leave_traces([Trace("undone", "batch", batch.pk)], actor=actor)
    announce(ImportUndone(batch_ref=batch.ref))
    return len(changes)


def _ids(changes: Iterable[Change], subject: str) -> set[int]:
    return {row.subject_id for row in changes if row.subject == subject and not row.before_text}


def _uses_of(made: _Rows) -> Iterator[str]:
    """Rows of any room that point to what the file made and were not made by it."""
    for subject in ("place", "area"):
        table = _TABLES[subject]
        for relation in table._meta.get_fields(include_hidden=True):
            if not isinstance(relation, models.ManyToOneRel | models.OneToOneRel):
                continue
            user: type[models.Model] = relation.related_model
            own = next((made[name] for name, model in _TABLES.items() if model is user), set())
            column = relation.field.name
            count = sum(
                len(set(_pointing(user, column, some)) - own) for some in _portions(sorted(made[subject]))
            )
            if count:
                yield f"{user._meta.verbose_name} × {count}"


def _pointing(user: type[models.Model], column: str, ids: list[int]) -> Iterable[Any]:
    rows = user._default_manager.filter(**{f"{column}__in": ids})
    return rows.values_list("pk", flat=True)


def _portions(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _put_back(change: Change) -> None:
    """Restore the columns as they were. Raises StillUsed if somebody changed them since."""
    table = _TABLES[change.subject]
    row = table._default_manager.select_for_update().get(pk=change.subject_id)
    after: dict[str, object] = json.loads(change.after_text)
    if any(getattr(row, column) != value for column, value in after.items()):
        raise StillUsed(uses=str(row))
    before: dict[str, object] = json.loads(change.before_text)
    for column, value in before.items():
        setattr(row, column, value)
    row.save(update_fields=list(before))


def _delete(made: _Rows) -> None:
    """Lists first, parts before wholes, rooms before houses."""
    for some in _portions(sorted(made["coverage"])):
        Coverage.objects.filter(pk__in=some).delete()
    for some in _portions(sorted(made["alias"])):
        Alias.objects.filter(pk__in=some).delete()
    areas = Area.objects.filter(pk__in=made["area"])
    areas.filter(parent__isnull=False).delete()
    areas.delete()
    for level in reversed(LEVEL_ORDER):
        for some in _portions(sorted(made["place"])):
            Place.objects.filter(pk__in=some, level=level.value).delete()
