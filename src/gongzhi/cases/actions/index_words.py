"""The words of a report become findable on both databases: pairs of characters, one row each."""

from django.db import transaction

from gongzhi.cases.models import Case, Remark, Term
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import bigrams

MOST = 400  # of a very long report the first pairs suffice


@transaction.atomic
def index_words(ref: str, *, actor: Actor) -> int:
    """Index what was reported under a case, by the house itself; running it twice changes nothing. Answers
    how many pairs the words have."""
    case = Case.objects.filter(ref=ref).only("id").first()
    if case is None or not actor.is_system:
        return 0
    texts = Remark.objects.filter(case=case, kind="report", erased_at=None).values_list("text", flat=True)
    terms = sorted({term for text in texts for term in bigrams(text)})[:MOST]
    Term.objects.bulk_create((Term(case=case, term=term) for term in terms), ignore_conflicts=True)
    return len(terms)
