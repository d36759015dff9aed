"""Reading what the street should know; access is part of it."""

from gongzhi.insight.queries.hot import (
    HotIssue,
    HotIssues,
    find_problem,
    list_hot_issues_for,
    list_issues_in,
    name_of_issue,
)
from gongzhi.insight.queries.reply import (
    ReplyVersion,
    check_replies,
    check_reply,
    hint_of,
    holding_reply_model,
    is_reply_learning_asked,
    list_reply_versions,
    try_shuffled,
)
from gongzhi.insight.queries.sent import SentAnswer, SentAnswers, find_sent_answer, list_sent_answers_for
from gongzhi.insight.queries.topics import (
    OpenTopic,
    TopicFacts,
    get_topic_for,
    list_topics_for,
    list_topics_open_to,
)
from gongzhi.insight.rules.hot import Issue, Message, Problem, Trend, read_day
from gongzhi.insight.rules.replies import PostTally
from gongzhi.insight.rules.reply import Checked, Gap, Hint, Pair
from gongzhi.insight.rules.topics import topic_of

__all__ = [
    "Checked",
    "Gap",
    "Hint",
    "HotIssue",
    "HotIssues",
    "Issue",
    "Message",
    "OpenTopic",
    "Pair",
    "PostTally",
    "Problem",
    "ReplyVersion",
    "SentAnswer",
    "SentAnswers",
    "TopicFacts",
    "Trend",
    "check_replies",
    "check_reply",
    "find_problem",
    "find_sent_answer",
    "get_topic_for",
    "hint_of",
    "holding_reply_model",
    "is_reply_learning_asked",
    "list_hot_issues_for",
    "list_issues_in",
    "list_reply_versions",
    "list_sent_answers_for",
    "list_topics_for",
    "list_topics_open_to",
    "name_of_issue",
    "read_day",
    "topic_of",
    "try_shuffled",
]
