"""What is said of an answer: whether it is on the matter, and what it leaves open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gongzhi.kernel.errors import Refusal
from gongzhi.kernel.errors import gettext_noop as _


class TooFewAnswers(Refusal):
    """Nothing to learn from yet."""

    code = "too-few-answers"
    sentence: object = _("There are not enough answers to learn from: at least %(least)s are needed.")


Patterns = tuple[re.Pattern[str], ...]


class Gap(StrEnum):
    """One thing an answer leaves open."""

    EMPTY = "empty"
    SUBJECT = "subject"
    FORWARDED = "forwarded"
    STOCK = "stock"
    WHAT = "what"
    WHO = "who"
    WHEN = "when"
    BASIS = "basis"
    PROMISE = "promise"
    CONTACT = "contact"
    PLAIN = "plain"


@dataclass(frozen=True)
class Hint:
    """What is missing in a few words, and what to add, in one language."""

    name: str
    add: str


@dataclass(frozen=True)
class Phrases:
    """The words an answer is read by, as `reply.yaml` writes them, ready for use."""

    stock: Patterns
    forward: Patterns
    done: Patterns
    told: Patterns
    rule: Patterns
    asks: Patterns
    who: Patterns
    when: Patterns
    basis: Patterns
    open: Patterns
    lasting: Patterns
    finished: Patterns
    promise: Patterns
    contact: Patterns
    heavy: tuple[str, ...]
    worn: tuple[str, ...]
    hints: Mapping[tuple[Gap, str], Hint] = field(repr=False)
    simplify: Mapping[int, int] = field(repr=False, default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """An answer checked. `relevance`: how likely it is about the same matter as the question, 0 to 1 (of ten
    answers with 0.7, about seven are). `missing`: what it leaves open, the weightiest first."""

    relevance: float
    missing: tuple[Gap, ...]


@dataclass(frozen=True)
class Pair:
    """A question and its answer. `question` holds its parts, title first where there is one."""

    question: tuple[str, ...]
    reply: str
