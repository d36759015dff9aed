"""What may happen to a held text: a person releases or hides it with a reason; whoever hid it does not decide
the appeal, whoever wrote it decides nothing; there is one appeal."""

from collections.abc import Collection

from gongzhi.kernel.errors import Conflict, Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.routing.rules.speech import KINDS

WAITING, PASSED, HIDDEN, APPEALED = "waiting", "passed", "hidden", "appealed"


class SpeechSettled(Conflict):
    """Somebody was first, or the text stands elsewhere."""

    code = "speech-settled"
    sentence: object = _("This text has been decided already. Please look again.")


class NoAppeal(Conflict):
    """Not hidden, or the one appeal has been decided."""

    code = "no-appeal"
    sentence: object = _("There is nothing to appeal against, or the appeal has been decided.")


class SameJudge(Conflict):
    """Whoever hid it sits in judgement of themselves."""

    code = "same-judge"
    sentence: object = _("You hid this text yourself. Somebody else decides the appeal.")


class OwnWords(Conflict):
    """Whoever wrote it would decide about themselves."""

    code = "own-words"
    sentence: object = _("You wrote this yourself. Somebody else decides about it.")


class NoReason(Invalid):
    """Hidden without a reason that may be one: what somebody thinks is none."""

    code = "no-reason"
    sentence: object = _("Say which of the three reasons it is, and why. An opinion is never a reason.")
    field = "why"


def check_not_own(subject: str, own: Collection[str]) -> None:
    """Nobody decides about words of their own. Raises OwnWords."""
    if subject in own:
        raise OwnWords()


def check_can_judge(state: str) -> None:
    """It waits for a first decision. Raises SpeechSettled."""
    if state != WAITING:
        raise SpeechSettled()


def check_reason(reason: str, why: str) -> None:
    """Only insult, personal data and advertising are reasons, and each is explained. Raises NoReason."""
    if reason not in KINDS or not why.strip():
        raise NoReason()


def check_can_appeal(state: str, *, final: bool) -> None:
    """Raises NoAppeal."""
    if state != HIDDEN or final:
        raise NoAppeal()


def check_can_decide_appeal(state: str, hidden_by: int | None, by: int | None) -> None:
    """Raises SpeechSettled, SameJudge."""
    if state != APPEALED:
        raise SpeechSettled()
    if by is None or by == hidden_by:
        raise SameJudge()
