"""The only place that writes routing's lists and decisions."""

from gongzhi.routing.actions.appeal_speech import appeal_speech
from gongzhi.routing.actions.assign_section import assign_section
from gongzhi.routing.actions.count_marks import count_marks
from gongzhi.routing.actions.decide_appeal import decide_appeal
from gongzhi.routing.actions.discard_draft import discard_draft
from gongzhi.routing.actions.edit_draft import edit_draft
from gongzhi.routing.actions.forget_speech import forget_speech
from gongzhi.routing.actions.hide_speech import hide_speech
from gongzhi.routing.actions.hold_speech import hold_speech
from gongzhi.routing.actions.keep_traces import keep_traces
from gongzhi.routing.actions.learn_from_cases import (
    ask_training,
    learn_from_cases,
    learn_when_asked,
    learn_when_enough,
)
from gongzhi.routing.actions.load_library import load_library
from gongzhi.routing.actions.publish_draft import publish_draft
from gongzhi.routing.actions.publish_list import publish_list
from gongzhi.routing.actions.record_decisions import record_decisions
from gongzhi.routing.actions.release_speech import release_speech
from gongzhi.routing.actions.restore_list import restore_list
from gongzhi.routing.actions.route_again import route_again
from gongzhi.routing.actions.save_kind import save_kind
from gongzhi.routing.actions.save_speech import save_speech
from gongzhi.routing.actions.set_duty import set_duty
from gongzhi.routing.actions.tell_apart import tell_apart
from gongzhi.routing.actions.trace_report import trace_addresses, trace_report, trace_reports
from gongzhi.routing.actions.train_sorter import Trained, hold_sorter, train_from_names, train_sorter

__all__ = [
    "Trained",
    "appeal_speech",
    "ask_training",
    "assign_section",
    "count_marks",
    "decide_appeal",
    "discard_draft",
    "edit_draft",
    "forget_speech",
    "hide_speech",
    "hold_sorter",
    "hold_speech",
    "keep_traces",
    "learn_from_cases",
    "learn_when_asked",
    "learn_when_enough",
    "load_library",
    "publish_draft",
    "publish_list",
    "record_decisions",
    "release_speech",
    "restore_list",
    "route_again",
    "save_kind",
    "save_speech",
    "set_duty",
    "tell_apart",
    "trace_addresses",
    "trace_report",
    "trace_reports",
    "train_from_names",
    "train_sorter",
]
