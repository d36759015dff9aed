"""What can be done with playbooks."""

from gongzhi.playbooks.actions.load_library import load_library
from gongzhi.playbooks.actions.publish_version import FaultyPlaybook, publish_version
from gongzhi.playbooks.actions.withdraw_version import withdraw_version

__all__ = ["FaultyPlaybook", "load_library", "publish_version", "withdraw_version"]
