"""The only place that writes routing's lists and decisions."""

from gongzhi.routing.actions.assign_section import assign_section
from gongzhi.routing.actions.discard_draft import discard_draft
from gongzhi.routing.actions.edit_draft import edit_draft
from gongzhi.routing.actions.load_library import load_library
from gongzhi.routing.actions.publish_draft import publish_draft
from gongzhi.routing.actions.publish_list import publish_list
from gongzhi.routing.actions.record_decisions import record_decisions
from gongzhi.routing.actions.restore_list import restore_list
from gongzhi.routing.actions.save_kind import save_kind
from gongzhi.routing.actions.set_duty import set_duty

__all__ = [
    "assign_section",
    "discard_draft",
    "edit_draft",
    "load_library",
    "publish_draft",
    "publish_list",
    "record_decisions",
    "restore_list",
    "save_kind",
    "set_duty",
]
