"""Writing in this room."""

from gongzhi.insight.actions.learn_replies import learn_replies
from gongzhi.insight.actions.make_joint_case import JointCase, make_joint_case
from gongzhi.insight.actions.note_verdict import note_verdict
from gongzhi.insight.actions.propose_topic import propose_topic
from gongzhi.insight.actions.record_replies import record_replies
from gongzhi.insight.actions.withdraw_topic import withdraw_topic

__all__ = [
    "JointCase",
    "learn_replies",
    "make_joint_case",
    "note_verdict",
    "propose_topic",
    "record_replies",
    "withdraw_topic",
]
