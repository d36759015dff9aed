"""What staff can do with a case beside its outcomes: when it is offered, what it asks, what it does.

The rooms decide for good; here stands only what is worth a button for this reader now."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gongzhi.cases import actions
from gongzhi.cases.actions import ForeignOrder
from gongzhi.cases.queries import CaseFacts, list_categories
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.refs import clean_ref
from gongzhi.playbooks.queries import get_version, list_playbooks
from gongzhi.rulebook.queries import get_value
from gongzhi.territory.queries import grounds_of
from gongzhi.web.console import forms_case as forms
from gongzhi.web.console.seats import list_seat_groups, seat_choices

Filled = Mapping[str, Any]
RUNG_BY_RESIDENTS = ("person-asked", "not-me")


def _nothing(_form: forms.ActForm, _case: CaseFacts) -> None:
    """A form without choices needs nothing looked up."""


@dataclass(frozen=True)
class Act:
    """One act. `buttons` are (value, words) of its submit buttons; the value comes as `answer`."""

    code: str
    name: Promise
    icon: str
    form: type[forms.ActForm]
    offered: Callable[[CaseFacts], bool]
    run: Callable[[str, Filled, Actor], object]
    done: Promise
    prepare: Callable[[Any, CaseFacts], None] = _nothing
    buttons: tuple[tuple[str, Promise], ...] = ()
    photos: bool = False


def _live(case: CaseFacts) -> bool:
    return case.status != "ended"


def _owner_or(case: CaseFacts, right: str) -> bool:
    return _live(case) and (case.is_owner or right in case.rights_here)


def _has_unsigned_part(case: CaseFacts) -> bool:
    return case.status == "open" and any(
        part.seat_id in case.seats_here and part.role in ("lead", "helper") and part.signed_at is None
        for part in case.parts
    )


def _may_enter_verdict(case: CaseFacts) -> bool:
    asked = case.status == "confirming" or (case.status == "ended" and case.result == "unconfirmed")
    return asked and case.reporter_known and "call-back" in case.rights_here


def newer_version(case: CaseFacts) -> int | None:
    """The version in force of the case's method, where its step exists too; None: it has it already."""
    found = next((one for one in list_playbooks() if one.name == case.playbook), None)
    if found is None or found.id == case.version_id:
        return None
    return found.id if case.step in get_version(found.id).steps else None


def _move_version(ref: str, filled: Filled, actor: Actor) -> object:
    return actions.move_case_version(ref, filled["newer"], filled["reason"], actor=actor)


def _offer_seats(form: forms.ActForm, case: CaseFacts) -> None:
    form.offer("seat", seat_choices(list_seat_groups(case.place_id)))


def _offer_categories(form: forms.ActForm, case: CaseFacts) -> None:
    form.offer("category", category_choices())
    form.offer("urgency", forms.URGENCIES.items())
    form.initial = {"category": case.category.code if case.category else "", "urgency": case.urgency}


def category_choices() -> list[tuple[str, str]]:
    """The categories in use."""
    return [(one.code, one.name) for one in list_categories() if one.active]


def _offer_reasons(form: forms.ActForm, case: CaseFacts) -> None:
    written = get_value("pause.reasons", grounds=grounds_of(case.place_id)).value
    codes = [code.strip() for code in written.split(",") if code.strip()]
    form.offer("reason", [(code, forms.PAUSE_REASONS.get(code, code)) for code in codes])


def _reassign(ref: str, filled: Filled, actor: Actor) -> object:
    return actions.reassign_case(ref, filled["seat"], filled["reason"], actor=actor, seen=filled.get("seen"))


def _change_category(ref: str, filled: Filled, actor: Actor) -> object:
    return actions.change_category(
        ref, filled["category"], filled["reason"], actor=actor, urgency=filled["urgency"] or None
    )


def _decide(ref: str, filled: Filled, actor: Actor) -> object:
    approved = filled["answer"] == "yes"
    return actions.decide_approval(ref, approved, actor=actor, note=filled["note"], seen=filled.get("seen"))


def _enter_verdict(ref: str, filled: Filled, actor: Actor) -> object:
    return actions.enter_verdict(
        ref,
        "staff-phone",
        filled["answer"] == "yes",
        actor=actor,
        reason=filled["reason"],
        note=filled["note"],
    )


def _note_order(ref: str, filled: Filled, actor: Actor) -> object:
    order = ForeignOrder(filled["source"], filled["number"], clock.now(), filled["due"])
    return actions.receive_mandate(ref, order, actor=actor)


def _add_photos(ref: str, filled: Filled, actor: Actor) -> object:
    for photo in filled["photos"]:
        actions.record_evidence(ref, "photo", photo, actor=actor)
    return None


ACTS: tuple[Act, ...] = (
    Act(
        "alarm",
        _("Answer the resident's alarm"),
        "phone",
        forms.ReasonForm,
        lambda case: _live(case) and case.alarm in RUNG_BY_RESIDENTS and "call-back" in case.rights_here,
        lambda ref, filled, actor: actions.answer_alarm(ref, filled["reason"], actor=actor),
        _("Noted; the alarm is silent."),
    ),
    Act(
        "decide",
        _("Answer the request"),
        "check",
        forms.DecideForm,
        lambda case: _live(case) and case.is_approver and bool(case.pending),
        _decide,
        _("Your answer is kept and has been told."),
        buttons=(("yes", _("Approve")), ("no", _("Do not approve"))),
    ),
    Act(
        "verdict",
        _("Enter what the resident said"),
        "phone",
        forms.VerdictForm,
        _may_enter_verdict,
        _enter_verdict,
        _("The answer is kept."),
        lambda form, _case: form.offer("reason", forms.REFUSALS.items()),
        buttons=(("yes", _("Solved")), ("no", _("Not solved"))),
    ),
    Act(
        "sign-in",
        _("Sign in for my part"),
        "badge",
        forms.PressForm,
        _has_unsigned_part,
        lambda ref, _filled, actor: actions.sign_in(ref, actor=actor),
        _("You are signed in for your part."),
    ),
    Act(
        "call-in",
        _("Call somebody in"),
        "user-plus",
        forms.CallForm,
        lambda case: _owner_or(case, "call-in") and case.status == "open",
        lambda ref, filled, actor: actions.call_in(ref, filled["seat"], actor=actor, lead=filled["lead"]),
        _("They have been called and told."),
        _offer_seats,
    ),
    Act(
        "reassign",
        _("Give it to other hands"),
        "send",
        forms.ReassignForm,
        lambda case: case.status == "open" and "dispatch" in case.rights_here,
        _reassign,
        _("It is in other hands now."),
        _offer_seats,
    ),
    Act(
        "category",
        _("Change the category"),
        "tag",
        forms.CategoryForm,
        lambda case: _owner_or(case, "dispatch"),
        _change_category,
        _("The category has been changed."),
        _offer_categories,
    ),
    Act(
        "pause",
        _("Stop the clock"),
        "pause",
        forms.PauseForm,
        lambda case: case.status == "open" and case.is_owner and not case.paused and not case.late,
        lambda ref, filled, actor: actions.pause_clock(
            ref, filled["reason"], filled["contact_note"], actor=actor
        ),
        _("The clock stands still; the resident reads why."),
        _offer_reasons,
    ),
    Act(
        "resume",
        _("Let the clock run"),
        "play",
        forms.PressForm,
        lambda case: case.paused and case.is_owner and case.status == "open",
        lambda ref, _filled, actor: actions.resume_clock(ref, actor=actor),
        _("The clock runs again."),
    ),
    Act(
        "photo",
        _("Add photos"),
        "camera",
        forms.PressForm,
        lambda case: case.status == "open" and bool(case.seats_here),
        _add_photos,
        _("The photos are kept with the case."),
        photos=True,
    ),
    Act(
        "supervise",
        _("Press it"),
        "flag",
        forms.ReasonForm,
        lambda case: case.status == "open" and "supervise" in case.rights_here and case.grade < 3,
        lambda ref, filled, actor: actions.supervise_case(ref, filled["reason"], actor=actor),
        _("It is under supervision; its owner has been told."),
    ),
    Act(
        "join",
        _("It is the same matter as another"),
        "branch",
        forms.JoinForm,
        lambda case: _owner_or(case, "dispatch"),
        lambda ref, filled, actor: actions.join_case(ref, clean_ref(filled["into"]), actor=actor),
        _("Joined. Its reporter follows the other case now."),
    ),
    Act(
        "mandate",
        _("Note an order of another house"),
        "sheet",
        forms.MandateForm,
        lambda case: _owner_or(case, "intake"),
        _note_order,
        _("The order is noted; its deadline counts too."),
    ),
    Act(
        "release",
        _("Take it up again"),
        "refresh",
        forms.ReasonForm,
        lambda case: _owner_or(case, "dispatch") and case.status == "parked",
        lambda ref, filled, actor: actions.release_case(ref, filled["reason"], actor=actor),
        _("It is worked on again."),
    ),
    Act(
        "version",
        _("Move it to the newer method"),
        "layers",
        forms.ReasonForm,
        lambda case: (
            case.status == "open" and "approve" in case.rights_here and newer_version(case) is not None
        ),
        _move_version,
        _("It goes on under the newer version."),
    ),
    Act(
        "remark",
        _("Add a remark"),
        "message",
        forms.RemarkForm,
        lambda case: bool(case.seats_here or case.rights_here),
        lambda ref, filled, actor: actions.add_remark(
            ref, filled["words"], actor=actor, audience=filled["audience"]
        ),
        _("Your remark is kept."),
    ),
)
BY_CODE: Mapping[str, Act] = {act.code: act for act in ACTS}


def list_acts(case: CaseFacts) -> Iterable[Act]:
    """Those worth a button now."""
    return (act for act in ACTS if act.offered(case))
