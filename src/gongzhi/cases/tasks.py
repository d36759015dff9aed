"""What the worker does by itself for cases."""

from gongzhi.cases.actions import make_anchor, sweep_lateness
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.chores import every


@every("cases.sweep_lateness", 30)
def sweep_late_cases() -> object:
    """Every half minute: whatever has run out."""
    return sweep_lateness(actor=SYSTEM)


@every("cases.make_anchor", 3600)
def anchor_histories() -> object:
    """Every hour the day's anchor takes in what has changed."""
    return make_anchor(clock.today(), actor=SYSTEM)
