"""The only way in for readers; access is part of fetching."""

from gongzhi.cases.models import Urgency
from gongzhi.cases.queries.access import Reader, can_read, check_can_read, reader_of
from gongzhi.cases.queries.anchors import list_anchors
from gongzhi.cases.queries.answers import (
    Answer,
    count_answers,
    list_answered,
    list_answers,
    list_newest_answers,
)
from gongzhi.cases.queries.brief import CaseBrief, get_brief, list_due, list_residents_of
from gongzhi.cases.queries.callers import list_cases_of_caller
from gongzhi.cases.queries.categories import (
    CATEGORIES_REVISION,
    CategoryFacts,
    find_category,
    list_categories,
)
from gongzhi.cases.queries.facts import (
    AnswerFacts,
    CaseFacts,
    CaseRow,
    Choice,
    EvidenceFacts,
    MandateFacts,
    PartFacts,
    StepFacts,
    TimelineEntry,
)
from gongzhi.cases.queries.figures import HistoryFigures, count_history
from gongzhi.cases.queries.labelled import count_chosen, count_labelled, iterate_labelled
from gongzhi.cases.queries.listing import (
    CaseFilter,
    CasePage,
    Workbench,
    find_mandates,
    list_cases_for,
    list_mine,
    list_near,
    workbench_for,
)
from gongzhi.cases.queries.placed import PlacedFacts, list_placed_for
from gongzhi.cases.queries.rates import Figures, Period, Rates, Share, count_rates, count_rates_by
from gongzhi.cases.queries.reading import (
    CaseReading,
    find_case_for,
    list_outcomes_for,
    list_timeline_for,
    read_case_for,
)
from gongzhi.cases.queries.reported import (
    Reported,
    find_reported,
    iterate_words,
    list_first_photos,
    list_report_ids,
    list_reported,
    list_reported_for,
    list_rows,
)
from gongzhi.cases.queries.scope import Within
from gongzhi.cases.queries.tallies import AreaTally, CaseSpot, list_spots_for, tally_areas_for
from gongzhi.cases.queries.verify import verify_case, verify_cases
from gongzhi.cases.queries.written import Written, count_people_of, ids_written_for, list_written_for
from gongzhi.cases.rules.shapes import Flaw, GivenBack

__all__ = [
    "CATEGORIES_REVISION",
    "Answer",
    "AnswerFacts",
    "AreaTally",
    "CaseBrief",
    "CaseFacts",
    "CaseFilter",
    "CasePage",
    "CaseReading",
    "CaseRow",
    "CaseSpot",
    "CategoryFacts",
    "Choice",
    "EvidenceFacts",
    "Figures",
    "Flaw",
    "GivenBack",
    "HistoryFigures",
    "MandateFacts",
    "PartFacts",
    "Period",
    "PlacedFacts",
    "Rates",
    "Reader",
    "Reported",
    "Share",
    "StepFacts",
    "TimelineEntry",
    "Urgency",
    "Within",
    "Workbench",
    "Written",
    "can_read",
    "check_can_read",
    "count_answers",
    "count_chosen",
    "count_history",
    "count_labelled",
    "count_people_of",
    "count_rates",
    "count_rates_by",
    "find_case_for",
    "find_category",
    "find_mandates",
    "find_reported",
    "get_brief",
    "ids_written_for",
    "iterate_labelled",
    "iterate_words",
    "list_anchors",
    "list_answered",
    "list_answers",
    "list_cases_for",
    "list_cases_of_caller",
    "list_categories",
    "list_due",
    "list_first_photos",
    "list_mine",
    "list_near",
    "list_newest_answers",
    "list_outcomes_for",
    "list_placed_for",
    "list_report_ids",
    "list_reported",
    "list_reported_for",
    "list_residents_of",
    "list_rows",
    "list_spots_for",
    "list_timeline_for",
    "list_written_for",
    "read_case_for",
    "reader_of",
    "tally_areas_for",
    "verify_case",
    "verify_cases",
    "workbench_for",
]
