"""What cases do when something is announced."""

from gongzhi.cases.actions import index_words, recompute_deadlines
from gongzhi.cases.events import CasePlaced, CaseSeconded
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.events import reacts_to
from gongzhi.rulebook.events import DaysImported


@reacts_to(CasePlaced)
def on_case_placed(event: CasePlaced) -> None:
    """A new report can be found by its words."""
    index_words(event.case_ref, actor=SYSTEM)


@reacts_to(CaseSeconded)
def on_case_seconded(event: CaseSeconded) -> None:
    """A neighbour's own words count too."""
    index_words(event.case_ref, actor=SYSTEM)


@reacts_to(DaysImported)
def on_days_imported(event: DaysImported) -> None:
    """Another calendar: open promises are counted anew."""
    recompute_deadlines(actor=SYSTEM)
