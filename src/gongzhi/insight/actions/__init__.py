"""Writing in this room."""

from gongzhi.insight.actions.appeal_topic import appeal_topic
from gongzhi.insight.actions.hold_replies import hold_replies
from gongzhi.insight.actions.learn_replies import LEAST as LEAST_REPLIES
from gongzhi.insight.actions.learn_replies import learn_replies
from gongzhi.insight.actions.learn_replies_again import (
    ask_reply_learning,
    learn_replies_when_asked,
    learn_replies_when_enough,
)
from gongzhi.insight.actions.make_joint_case import JointCase, make_joint_case
from gongzhi.insight.actions.note_speech import note_speech
from gongzhi.insight.actions.note_verdict import note_verdict
from gongzhi.insight.actions.propose_topic import Proposal, propose_topic
from gongzhi.insight.actions.record_replies import record_replies
from gongzhi.insight.actions.reword_topic import reword_topic
from gongzhi.insight.actions.withdraw_topic import withdraw_topic

__all__ = [
    "LEAST_REPLIES",
    "JointCase",
    "Proposal",
    "appeal_topic",
    "ask_reply_learning",
    "hold_replies",
    "learn_replies",
    "learn_replies_when_asked",
    "learn_replies_when_enough",
    "make_joint_case",
    "note_speech",
    "note_verdict",
    "propose_topic",
    "record_replies",
    "reword_topic",
    "withdraw_topic",
]
