"""The words of a report become findable on both databases: pairs of characters, one row each."""

from gongzhi.cases.models import Case, Remark, Term
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.finding import find_all_by, find_by
from gongzhi.kernel.text import bigrams
from gongzhi.kernel.writing import insert_missing_rows

MOST = 400  # of a very long report the first pairs suffice


def index_words(ref: str, *, actor: Actor) -> int:
    """Index what was reported under a case, by the house itself; running it twice changes nothing. Answers
    how many pairs the words have."""
    case = find_by(Case, "ref", ref)
    if case is None or not actor.is_system:
        return 0
    said = find_all_by(Remark, "case", [case.pk], still="erased_at")
    terms = sorted({term for one in said if one.kind == "report" for term in bigrams(one.text)})[:MOST]
    insert_missing_rows(Term(case_id=case.pk, term=term) for term in terms)
    return len(terms)
