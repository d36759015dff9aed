"""Background work of the front desk."""

from gongzhi.intake.actions import clear_drafts
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.chores import every


@every("intake.clear_drafts", seconds=24 * 3600)
def clear_old_drafts() -> int:
    """Once a day."""
    return clear_drafts(actor=SYSTEM)
