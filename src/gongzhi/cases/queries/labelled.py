"""Reports whose category people have settled: what a machine may learn from."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from gongzhi.cases.models import Case, Event, Remark

CHANGED = "category-changed"


def iterate_labelled() -> Iterator[tuple[str, str]]:
    """What was first said, and the category's code: of ended cases, and of any whose category a person chose.
    Erased words and complaints about a seat are not among them. One query."""
    first = Remark.objects.filter(case_id=OuterRef("pk"), kind="report", erased_at=None).order_by("pk")
    rows = _labelled().annotate(said=Subquery(first.values("text")[:1])).order_by("pk")
    for said, code in rows.values_list("said", "category__code").iterator(chunk_size=1000):
        if said:
            yield said, code


def count_labelled() -> int:
    """How many there are, whether or not their words were erased since. One query."""
    return _labelled().count()


def count_chosen() -> int:
    """How many had their category chosen or corrected by a person. One query."""
    return Case.objects.filter(category__isnull=False).filter(_chosen()).count()


def _chosen() -> Exists:
    return Exists(Event.objects.filter(case_id=OuterRef("pk"), kind=CHANGED, by_user__isnull=False))


def _labelled() -> QuerySet[Case]:
    settled = Q(status="ended") | Q(_chosen())
    return Case.objects.filter(settled, category__active=True, about_seat=None, carries="report")
