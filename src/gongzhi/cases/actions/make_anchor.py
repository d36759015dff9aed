"""The day's anchor: heads and counts of every case that changed, out of the database's reach.

A file a day under $GONGZHI_HOME/anchors/: a line for each case changed since the former anchor (ref, number
of entries, head), then the total and a digest chained to the day before. Whoever can rewrite every table
still cannot rewrite a file that an auditor has copied."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from gongzhi.cases.models import Case
from gongzhi.cases.rules.anchors import AnchorLine, read_anchor, seal_anchor
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.models import Anchor

PAGE = 5000


def make_anchor(day: date, *, actor: Actor) -> Anchor:
    """Write the anchor of a day: once more on the same day takes in what has changed meanwhile. Answers its
    row; the file stands at `anchor_file(day)`."""
    del actor  # the machine itself; nobody chooses what is anchored
    folder = Path(settings.GONGZHI_HOME) / "anchors"
    folder.mkdir(parents=True, exist_ok=True)
    with transaction.atomic():
        former = Anchor.objects.select_for_update().filter(day__lt=day).order_by("-day").first()
        known = _known_before(folder, day)
        lines = tuple(_changed_since(known))
        total = len(known.keys() | {line.ref for line in lines})
        prev = former.head_digest if former else ""
        text, head = seal_anchor(day, prev, lines, total)
        row, _made = Anchor.objects.update_or_create(
            day=day,
            defaults={
                "head_digest": head,
                "previous_digest": prev,
                "count": len(lines),
                "total": total,
                "made_at": clock.now(),
            },
        )
        _write_whole(folder / f"{day.isoformat()}.txt", text)
    return row


def _known_before(folder: Path, day: date) -> dict[str, AnchorLine]:
    """What earlier anchors say of each case, the latest word for each."""
    known: dict[str, AnchorLine] = {}
    for path in sorted(folder.glob("*.txt")):
        if path.stem < day.isoformat():
            known.update({line.ref: line for line in read_anchor(path.read_text("utf-8")).lines})
    return known


def _changed_since(known: dict[str, AnchorLine]) -> Iterable[AnchorLine]:
    heads = Case.objects.order_by("pk").values_list("ref", "events", "head")
    for ref, count, head in heads.iterator(chunk_size=PAGE):
        line = AnchorLine(ref, count, head)
        if known.get(ref) != line:
            yield line


def _write_whole(path: Path, text: str) -> None:
    """A finished file or none: never half of one."""
    draft = path.with_suffix(".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
