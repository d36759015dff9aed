"""What the worker does by itself for routing."""

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.chores import every
from gongzhi.routing.actions import count_marks, keep_traces, learn_when_asked, learn_when_enough


@every("routing.keep_traces", 6 * 3600)
def keep_traces_of_live_reports() -> object:
    """Four times a day: ended cases leave nothing to be found by."""
    return keep_traces(actor=SYSTEM)


@every("routing.count_marks", 24 * 3600)
def count_marks_of_reports() -> object:
    """Once a day: which words are worn."""
    return count_marks(actor=SYSTEM)


@every("routing.learn_when_asked", 20)
def learn_categories_when_asked() -> object:
    """Soon after somebody pressed the button."""
    return learn_when_asked(actor=SYSTEM)


@every("routing.learn_when_enough", 24 * 3600)
def learn_categories_when_enough() -> object:
    """Once a day: if enough cases were closed or corrected since."""
    return learn_when_enough(actor=SYSTEM)
