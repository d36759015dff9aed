"""What routing does when something is announced."""

from gongzhi.cases.events import CasePlaced, CaseReopened, WordsErased
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.events import reacts_to
from gongzhi.routing.actions import trace_report


@reacts_to(CasePlaced)
def on_case_placed(event: CasePlaced) -> None:
    """Whoever is about to report the same is shown it."""
    trace_report(event.case_ref, actor=SYSTEM)


@reacts_to(CaseReopened)
def on_case_reopened(event: CaseReopened) -> None:
    """It can be joined again."""
    trace_report(event.case_ref, actor=SYSTEM)


@reacts_to(WordsErased)
def on_words_erased(event: WordsErased) -> None:
    """What the words left goes with them."""
    trace_report(event.case_ref, actor=SYSTEM)
