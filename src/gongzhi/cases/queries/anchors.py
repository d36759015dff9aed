"""What the anchors remember, compared with what the tables say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.conf import settings

from gongzhi.cases.models import Case, Event
from gongzhi.cases.rules.anchors import AnchorText, read_anchor
from gongzhi.cases.rules.shapes import Flaw
from gongzhi.kernel.models import Anchor

PAGE = 300
Marks = dict[str, list[tuple[int, str, str]]]  # ref -> (count, head, day)


def list_anchors() -> tuple[Anchor, ...]:
    """Every anchor, newest first."""
    return tuple(Anchor.objects.order_by("-day"))


def anchor_folder() -> Path:
    """Where anchors leave the database to."""
    return Path(settings.GONGZHI_HOME) / "anchors"


def verify_anchors() -> Iterator[Flaw]:
    """Files against rows, files against each other, then every head they name against the tables: a removed
    case is named here even when nothing of it is left."""
    texts = {
        path.stem: read_anchor(path.read_text("utf-8")) for path in sorted(anchor_folder().glob("*.txt"))
    }
    yield from _verify_files(texts)
    marks: Marks = defaultdict(list)
    for day, text in texts.items():
        for line in text.lines:
            marks[line.ref].append((line.count, line.head, day))
    refs = sorted(marks)
    for at in range(0, len(refs), PAGE):
        yield from _verify_marks({ref: marks[ref] for ref in refs[at : at + PAGE]})


def _verify_files(texts: Mapping[str, AnchorText]) -> Iterator[Flaw]:
    rows = {row.day.isoformat(): row for row in Anchor.objects.order_by("day")}
    prev, known = "", set[str]()
    for day, text in texts.items():
        known.update(line.ref for line in text.lines)
        row = rows.get(day)
        if not text.whole or text.day != day or text.total != len(known):
            yield Flaw("", "anchor-changed", f"file of {day}")
        elif text.prev != prev:
            yield Flaw("", "anchor-out-of-line", f"file of {day}")
        if row is None:
            yield Flaw("", "anchor-row-missing", day)
        elif row.head_digest != text.digest:
            yield Flaw("", "anchor-row-changed", day)
        prev = text.digest
    for day in rows.keys() - texts.keys():
        yield Flaw("", "anchor-file-missing", day)


def _verify_marks(marks: Mapping[str, list[tuple[int, str, str]]]) -> Iterator[Flaw]:
    ids = dict(Case.objects.filter(ref__in=list(marks)).values_list("ref", "pk"))
    counts = {count for said in marks.values() for count, _head, _day in said}
    rows = Event.objects.filter(case_id__in=list(ids.values()), seq__in=counts)
    heads = {(pk, seq): digest for pk, seq, digest in rows.values_list("case_id", "seq", "digest")}
    for ref, said in marks.items():
        if ref not in ids:
            yield Flaw(ref, "case-removed", f"anchored on {said[-1][2]}")
            continue
        for count, head, day in said:
            if heads.get((ids[ref], count)) != head:
                yield Flaw(ref, "history-rewritten", f"entry {count}, anchored on {day}")
                break
