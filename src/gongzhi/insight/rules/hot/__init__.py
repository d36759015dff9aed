"""What people write about repeatedly: messages sorted into matters, with heat and trend."""

from gongzhi.insight.rules.hot.days import read_day
from gongzhi.insight.rules.hot.finding import find_issues
from gongzhi.insight.rules.hot.heat import (
    decide_heat,
    decide_trend,
    half_life,
    period_of,
    spread_heat,
    weigh_report,
)
from gongzhi.insight.rules.hot.lexicon import read_lexicon
from gongzhi.insight.rules.hot.shapes import Issue, Lexicon, Message, Problem, Trend

__all__ = [
    "Issue",
    "Lexicon",
    "Message",
    "Problem",
    "Trend",
    "decide_heat",
    "decide_trend",
    "find_issues",
    "half_life",
    "period_of",
    "read_day",
    "read_lexicon",
    "spread_heat",
    "weigh_report",
]
