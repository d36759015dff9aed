"""Background entry: files dropped on this machine become known to all of them."""

from gongzhi.kernel.chores import every
from gongzhi.playbooks.actions import load_library


@every("playbooks.load_library", 30)
def load_dropped_files() -> object:
    """Take in what was dropped into the folders since the last look."""
    return load_library()
