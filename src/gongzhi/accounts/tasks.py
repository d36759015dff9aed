"""What the worker clears away."""

from gongzhi.accounts.actions import clear_codes, clear_records
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.chores import every


@every("accounts.clear_codes", 3600)
def clear_old_codes() -> int:
    """Codes of yesterday serve nobody."""
    return clear_codes(actor=SYSTEM)


@every("accounts.clear_records", 86400)
def clear_old_records() -> int:
    """Records of the door are kept as long as the rule pack says."""
    return clear_records(actor=SYSTEM)
