"""Reading what the street should know; access is part of it."""

from gongzhi.insight.queries.hot import (
    HotIssue,
    HotIssues,
    find_problem,
    list_hot_issues_for,
    list_issues_in,
    name_of_issue,
)
from gongzhi.insight.queries.topics import TopicFacts, list_topics_for
from gongzhi.insight.rules.hot import Issue, Message, Problem, Trend, read_day

__all__ = [
    "HotIssue",
    "HotIssues",
    "Issue",
    "Message",
    "Problem",
    "TopicFacts",
    "Trend",
    "find_problem",
    "list_hot_issues_for",
    "list_issues_in",
    "list_topics_for",
    "name_of_issue",
    "read_day",
]
