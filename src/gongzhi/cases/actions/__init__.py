"""The only place that writes cases: one verb, one file."""

from gongzhi.cases.actions.acknowledge_report import acknowledge_report
from gongzhi.cases.actions.add_remark import add_remark
from gongzhi.cases.actions.answer_alarm import answer_alarm
from gongzhi.cases.actions.ask_for_person import ask_for_person
from gongzhi.cases.actions.call_in import call_in
from gongzhi.cases.actions.change_category import change_category
from gongzhi.cases.actions.change_verdict import change_verdict
from gongzhi.cases.actions.confirm_result import confirm_result
from gongzhi.cases.actions.decide_approval import decide_approval
from gongzhi.cases.actions.enter_verdict import enter_verdict
from gongzhi.cases.actions.erase_words import erase_words
from gongzhi.cases.actions.index_words import index_words
from gongzhi.cases.actions.join_case import join_case
from gongzhi.cases.actions.make_anchor import make_anchor
from gongzhi.cases.actions.move_case_version import move_case_version
from gongzhi.cases.actions.note_question_delivered import note_question_delivered
from gongzhi.cases.actions.pause_clock import pause_clock
from gongzhi.cases.actions.place_case import place_case
from gongzhi.cases.actions.place_cases import place_cases
from gongzhi.cases.actions.reassign_case import reassign_case
from gongzhi.cases.actions.receive_mandate import receive_mandate
from gongzhi.cases.actions.recompute_deadlines import recompute_deadlines
from gongzhi.cases.actions.record_evidence import record_evidence
from gongzhi.cases.actions.register_categories import register_categories
from gongzhi.cases.actions.release_case import release_case
from gongzhi.cases.actions.resume_clock import resume_clock
from gongzhi.cases.actions.retract_case import retract_case
from gongzhi.cases.actions.second_case import second_case
from gongzhi.cases.actions.sign_in import sign_in
from gongzhi.cases.actions.supervise_case import supervise_case
from gongzhi.cases.actions.sweep_lateness import sweep_lateness
from gongzhi.cases.actions.take_outcome import take_outcome
from gongzhi.cases.actions.withdraw_case import withdraw_case
from gongzhi.cases.rules.shapes import (
    CaseMoved,
    CategoryDraft,
    Filing,
    ForeignOrder,
    NewCase,
    PlacedCase,
    Swept,
)

__all__ = [
    "CaseMoved",
    "CategoryDraft",
    "Filing",
    "ForeignOrder",
    "NewCase",
    "PlacedCase",
    "Swept",
    "acknowledge_report",
    "add_remark",
    "answer_alarm",
    "ask_for_person",
    "call_in",
    "change_category",
    "change_verdict",
    "confirm_result",
    "decide_approval",
    "enter_verdict",
    "erase_words",
    "index_words",
    "join_case",
    "make_anchor",
    "move_case_version",
    "note_question_delivered",
    "pause_clock",
    "place_case",
    "place_cases",
    "reassign_case",
    "receive_mandate",
    "recompute_deadlines",
    "record_evidence",
    "register_categories",
    "release_case",
    "resume_clock",
    "retract_case",
    "second_case",
    "sign_in",
    "supervise_case",
    "sweep_lateness",
    "take_outcome",
    "withdraw_case",
]
