"""Tables of the memory: one case, its history, what was done, by whom it was judged."""

from gongzhi.cases.models.case import Case
from gongzhi.cases.models.category import Category, Urgency
from gongzhi.cases.models.history import Event, Remark, StepRun
from gongzhi.cases.models.parties import Party, Verdict
from gongzhi.cases.models.ties import Evidence, Link, Mandate, Term

__all__ = [
    "Case",
    "Category",
    "Event",
    "Evidence",
    "Link",
    "Mandate",
    "Party",
    "Remark",
    "StepRun",
    "Term",
    "Urgency",
    "Verdict",
]
