"""What may be proposed, and what a joint case needs."""

from collections.abc import Iterable, Sequence

from gongzhi.kernel.errors import Conflict, Denied, Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.refs import is_key
from gongzhi.kernel.text import clean_line

LEAST = 2
LONGEST_TITLE = 120
SUBJECTS = "topic"
"""How keys of topics begin where the speech check keeps them."""


ANY_TWO = _("Choose at least two reports.")


class TooFewReports(Invalid):
    """One report is no repeated matter."""

    code = "too-few-reports"
    sentence: object = _("Choose at least two reports that are still running.")
    field = "member"


class ChangedMeanwhile(Conflict):
    """Some of the chosen reports are gone since the page was opened."""

    code = "changed-meanwhile"
    sentence: object = _("Some of these reports were joined or withdrawn meanwhile. Please look again.")


class NothingJoined(Conflict):
    """Every one of the chosen reports refused to be joined."""

    code = "nothing-joined"
    sentence: object = _("None of the chosen reports could be joined: %(why)s")


class TitleMissing(Invalid):
    """A topic without a title."""

    code = "title-missing"
    sentence: object = _("Give the topic a title of at most 120 characters.")
    field = "title"


class BadKey(Invalid):
    """Sent without a key of its own: it could not be told from a second one."""

    code = "bad-key"
    sentence: object = _("This page is too old to propose a topic from. Please open the hot issues again.")
    field = "key"


class KeyUsed(Conflict):
    """The page has made a topic already, which is withdrawn or somebody else's."""

    code = "key-used"
    sentence: object = _(
        "A topic was proposed from this page before, which does not stand any more. "
        "Please open the hot issues again."
    )


class SameWords(Invalid):
    """Handed in again as it was: what was decided about it stands."""

    code = "same-words"
    sentence: object = _("These are the same words. Change them, or appeal.")
    field = "title"


class TopicShown(Conflict):
    """Nothing holds it: others read it, and it is no longer changed."""

    code = "topic-shown"
    sentence: object = _("This topic is shown to others already. Withdraw it and propose another.")


class NotYoursToPropose(Denied):
    """Proposing a topic or making a joint case needs the right to give cases to other hands."""

    code = "not-yours-to-propose"
    sentence: object = _("Only those who may give cases to other hands can do this.")


class TopicTakenUp(Conflict):
    """It is being deliberated: it can no longer be taken back here."""

    code = "topic-taken-up"
    sentence: object = _("This topic has been taken up and can no longer be withdrawn.")


def check_key(key: str) -> None:
    """Raises BadKey."""
    if not is_key(key):
        raise BadKey


def check_can_answer_again(*, own: bool, withdrawn: bool) -> None:
    """What was made under a key is answered to whoever made it, while it stands. Raises KeyUsed."""
    if withdrawn or not own:
        raise KeyUsed


def check_title(title: str) -> str:
    """The title on one line. Raises TitleMissing."""
    plain = clean_line(title)
    if len(plain) < LEAST or len(plain) > LONGEST_TITLE:
        raise TitleMissing
    return plain


def check_can_reword(held: str, former: str, title: str) -> None:
    """While it is held, and in other words. Raises TopicShown, SameWords."""
    if not held:
        raise TopicShown
    if former == title:
        raise SameWords


def subject_of(ref: str) -> str:
    """Under which key the speech check knows the title of a topic."""
    return f"{SUBJECTS}:{ref}"


def topic_of(subject: str) -> str | None:
    """The topic a key of the speech check stands for; None: the text of another room."""
    room, _colon, ref = subject.partition(":")
    return ref if room == SUBJECTS and ref else None


def check_enough(count: int, sentence: object = None) -> None:
    """Raises TooFewReports, with another sentence where reports that have ended count as well."""
    if count < LEAST:
        raise TooFewReports(sentence)


def common_ground(paths: Iterable[Sequence[int]]) -> int | None:
    """The smallest place all paths (ids from the root down) have in common; unknown places are left out."""
    known = [path for path in paths if path]
    common: int | None = None
    for level in zip(*known, strict=False):
        if len(set(level)) > 1:
            break
        common = level[0]
    return common
