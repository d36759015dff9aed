"""What may not be done to a case, in sentences for the person who tried."""

from gongzhi.kernel.errors import Conflict, Denied, Invalid, NotFound
from gongzhi.kernel.errors import gettext_noop as _


class CaseNotFound(NotFound):
    code = "case-not-found"
    sentence: object = _("There is no such case, or it is not yours to see.")


class CaseHasEnded(Conflict):
    code = "case-ended"
    sentence: object = _("This case has already ended.")


class SomebodyWasFirst(Conflict):
    """Two people pressed: the second is told who was first and what they did."""

    code = "somebody-was-first"
    sentence: object = _("%(who)s was first, at %(at)s. Please look at the case again.")
    did: object = _("%(who)s was first, at %(at)s: “%(did)s”. Please look at the case again.")


class OutcomeNotOpen(Conflict):
    code = "outcome-not-open"
    sentence: object = _("This cannot be done at the step the case is in now.")


class EvidenceMissing(Invalid):
    """A gate is not met; `facts["missing"]` holds the codes, the sentence names them."""

    code = "evidence-missing"
    sentence: object = _("Something is still missing: %(missing)s.")


class ApprovalWaits(Conflict):
    code = "approval-pending"
    sentence: object = _("A request is waiting for an answer. Nothing else can be decided until then.")


class NothingWaits(Conflict):
    code = "nothing-pending"
    sentence: object = _("No request is waiting for an answer here.")


class NotYours(Denied):
    code = "not-yours"
    sentence: object = _("The case is in other hands.")


class NotAsked(Denied):
    code = "not-asked"
    sentence: object = _("Only those the matter was done for can say whether it is solved.")


class MayNotJudge(Denied):
    """Whoever did or typed the case cannot enter the verdict."""

    code = "may-not-judge"
    sentence: object = _("Whoever worked on a case or typed it in cannot enter the verdict on it.")
    status = 403


class WindowClosed(Conflict):
    code = "window-closed"
    sentence: object = _("The time for this is over.")


class ReturnNeedsOwner(Invalid):
    code = "whose-missing"
    field = "whose"
    sentence: object = _("Say whose matter it is.")


class ReasonMissing(Invalid):
    code = "reason-missing"
    field = "reason"
    sentence: object = _("Say why.")


class ContactMissing(Invalid):
    """Stopping a clock needs a logged attempt to reach the resident."""

    code = "contact-missing"
    field = "contact_note"
    sentence: object = _("Say when and how you tried to reach the resident.")


class AlreadyPaused(Conflict):
    code = "already-paused"
    sentence: object = _("The clock already stands still.")


class NotPaused(Conflict):
    code = "not-paused"
    sentence: object = _("The clock is running.")


class AlreadyFollowing(Conflict):
    code = "already-following"
    sentence: object = _("You already follow this case.")


class CannotJoin(Conflict):
    code = "cannot-join"
    sentence: object = _("These two cases cannot be joined.")


class DateInPast(Invalid):
    code = "date-in-past"
    sentence: object = _("The date must lie ahead.")


class StarsOutOfRange(Invalid):
    code = "stars-out-of-range"
    field = "stars"
    sentence: object = _("One to five stars.")


class MandateTaken(Conflict):
    code = "mandate-taken"
    sentence: object = _("This order number is already in the books, under case %(ref)s.")


class WordsMissing(Invalid):
    code = "words-missing"
    field = "words"
    sentence: object = _("Say what it is about.")


class SeatUnfit(Invalid):
    code = "seat-unfit"
    field = "seat"
    sentence: object = _("This post cannot take the case.")


class UnknownCategory(Invalid):
    code = "unknown-category"
    field = "category"
    sentence: object = _("There is no such category.")


class CallPromised(Conflict):
    code = "call-promised"
    sentence: object = _("Somebody has been told already and will call you.")


class NothingRings(Conflict):
    code = "nothing-rings"
    sentence: object = _("No alarm of a resident rings here.")


class MayNotCall(Denied):
    """Who asked for a person wants another one than whoever has the case."""

    code = "may-not-call"
    sentence: object = _("Whoever has the case does not call about it: another colleague does.")
    status = 403


class NotParked(Conflict):
    code = "not-parked"
    sentence: object = _("The case is not set aside.")


class AlreadyErased(Conflict):
    code = "already-erased"
    sentence: object = _("These words have been erased.")
