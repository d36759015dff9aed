"""Writing in this room."""

from gongzhi.insight.actions.make_joint_case import JointCase, make_joint_case
from gongzhi.insight.actions.propose_topic import propose_topic
from gongzhi.insight.actions.withdraw_topic import withdraw_topic

__all__ = ["JointCase", "make_joint_case", "propose_topic", "withdraw_topic"]
