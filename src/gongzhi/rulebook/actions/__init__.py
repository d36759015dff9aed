"""The only place that writes rules."""

from gongzhi.rulebook.actions.choose_pack import choose_pack
from gongzhi.rulebook.actions.import_days import DayRow, import_days
from gongzhi.rulebook.actions.override_value import NewValue, override_value
from gongzhi.rulebook.actions.withdraw_override import withdraw_override

__all__ = ["DayRow", "NewValue", "choose_pack", "import_days", "override_value", "withdraw_override"]
