"""A case as staff read it: facts, why it came here, what can be done now, what happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gongzhi.cases.queries import (
    CaseFacts,
    CaseReading,
    Choice,
    TimelineEntry,
    read_case_for,
)
from gongzhi.insight.queries import SentAnswer, find_sent_answer
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.parties.queries import Holder, find_seat, who_is
from gongzhi.playbooks.queries import Playbook, Titled, get_version
from gongzhi.registry.actions import Contact
from gongzhi.routing.queries import DecisionFacts, list_decisions
from gongzhi.web.console.acts import Act, list_acts
from gongzhi.web.console.forms_case import (
    PURPOSES,
    REFUSALS,
    WRITTEN,
    ActForm,
    ContactForm,
    OutcomeForm,
    words_of_need,
)
from gongzhi.web.console.path_words import say_value
from gongzhi.web.console.photos import NOTHING_KEPT, Kept
from gongzhi.web.console.replies import ReplyCheck, check_address, spoken_hint
from gongzhi.web.console.rows import Line, line_of
from gongzhi.web.console.seats import list_seat_groups, seat_choices
from gongzhi.web.tags import either

PHOTO_KINDS = {"before-photo": "before", "photo": "after"}
UNTOLD = frozenset({"entered", "noted", "decided", "pressed", "evidence"})


@dataclass(frozen=True)
class Need:
    """One thing an outcome needs. Words are written with the act; of photos and papers it is said
    whether they are `there` already."""

    words: str
    kept: bool
    there: bool


@dataclass(frozen=True)
class Button:
    """An act ready to be shown: its words, where it is sent, its form. `shown`: it is open already;
    `checks`: where what it tells residents is checked before it is sent."""

    code: str
    words: str
    icon: str
    address: str
    form: ActForm
    needs: tuple[Need, ...] = ()
    approval: str = ""
    main: bool = False
    photos: bool = False
    answers: tuple[tuple[str, object], ...] = ()
    shown: bool = False
    kept: Kept = NOTHING_KEPT
    checks: str = ""
    checked: ReplyCheck | None = None


@dataclass(frozen=True)
class Photo:
    """A photo of the case; `when` is before or after."""

    address: str
    when: str
    at: datetime


@dataclass(frozen=True)
class Told:
    """One sentence of the story; the template says it by `kind`."""

    kind: str
    at: datetime
    who: str
    words: str
    by_resident: bool
    internal: bool
    erased: bool
    outcome: Titled | None
    facts: Mapping[str, object]
    named: str


@dataclass(frozen=True)
class CasePage:
    """Everything on the page of one case."""

    case: CaseFacts
    line: Line
    method: Titled
    holder: Holder
    decision: DecisionFacts | None
    outcomes: tuple[Button, ...]
    acts: tuple[Button, ...]
    photos: tuple[Photo, ...]
    voices: tuple[str, ...]
    story: tuple[Told, ...]
    answers: tuple[tuple[str, int], ...]
    contact_form: ContactForm | None
    contact: Contact | None
    pending: Titled | None
    back: str
    sent: SentAnswer | None

    @property
    def sent_gaps(self) -> list[str]:
        """What the last answer left open, in words."""
        return [spoken_hint(gap).name for gap in self.sent.gaps] if self.sent else []

    @property
    def danger(self) -> str:
        """Which danger to life was read in its words; nothing for none."""
        return say_value("danger", self.decision.danger) if self.decision and self.decision.danger else ""


@dataclass(frozen=True)
class Failed:
    """A form that came back: which act, as it was filled in, its photos, what its words leave open."""

    code: str
    form: ActForm
    kept: Kept = NOTHING_KEPT
    checked: ReplyCheck | None = None


def build_case_page(
    actor: Actor, ref: str, *, failed: Failed | None = None, contact: Contact | None = None, back: str = ""
) -> CasePage:
    """The page for whoever may read the case. Raises NotFound."""
    reading = read_case_for(actor, ref)
    case = reading.case
    playbook = get_version(case.version_id)
    decisions = list_decisions(case.id)
    opens = case.reporter_known and "open-contact" in case.rights_here
    return CasePage(
        case=case,
        line=line_of(case, clock.now()),
        method=playbook.title,
        holder=who_is(case.seat_id),
        decision=decisions[0] if decisions else None,
        outcomes=_outcomes(reading, failed),
        acts=tuple(_button_of(act, case, failed) for act in list_acts(case)),
        photos=_photos(case),
        voices=tuple(photo_address(ref, one.ref) for one in case.evidence if one.kind == "voice"),
        story=_story(reading, playbook),
        answers=_answers(case),
        contact_form=_contact_form(failed) if opens else None,
        contact=contact,
        pending=outcome_title(playbook, case.step, case.pending) if case.pending else None,
        back=back,
        sent=_sent(case),
    )


def _sent(case: CaseFacts) -> SentAnswer | None:
    """What was found in the last answer, for whoever supervises."""
    if "supervise" not in case.rights_here:
        return None
    return find_sent_answer(case.id, get_language() or "zh")


def photo_address(ref: str, file_ref: str) -> str:
    """Where a file of a case is shown."""
    return reverse("console:show_photo", args=[ref, file_ref])


def outcome_form(choice: Choice, case: CaseFacts, came: object = None) -> OutcomeForm:
    """The form of an outcome with the seats one may name."""
    form = OutcomeForm(came, needs=choice.needs, missing=choice.missing, auto_id=f"id_{choice.outcome}_%s")
    if "whose" in form.fields:
        form.offer("whose", seat_choices(list_seat_groups(case.place_id)))
    return form


def act_form(act: Act, case: CaseFacts, came: object = None) -> ActForm:
    """The form of an act with its choices."""
    form = act.form(came, auto_id=f"id_{act.code}_%s")
    act.prepare(form, case)
    return form


def find_choice(reading: CaseReading, outcome: str) -> Choice | None:
    """What is open to the reader under this name."""
    return next((one for one in reading.choices if one.outcome == outcome and not one.answer), None)


def outcome_title(playbook: Playbook, step: str, name: str) -> Titled | None:
    """The words of an outcome as the method writes them."""
    found = playbook.steps.get(step)
    outcome = (found.outcomes.get(name) if found else None) or playbook.anywhere.get(name)
    return outcome.title if outcome else None


def _outcomes(reading: CaseReading, failed: Failed | None) -> tuple[Button, ...]:
    """Only what is open to the reader; supervising and withdrawing have buttons of their own."""
    chosen = [one for one in reading.choices if not one.answer and one.outcome != "supervise"]
    return tuple(_choice_button(choice, reading.case, failed, main=n == 0) for n, choice in enumerate(chosen))


def _choice_button(choice: Choice, case: CaseFacts, failed: Failed | None, *, main: bool) -> Button:
    code = f"outcome-{choice.outcome}"
    came = failed if failed and failed.code == code else None
    return Button(
        code=code,
        words=either(choice.title),
        icon="",
        address=reverse("console:take_outcome", args=[case.ref, choice.outcome]),
        form=came.form if came else outcome_form(choice, case),
        needs=tuple(
            Need(words_of_need(kind), kind not in WRITTEN, kind not in choice.missing)
            for kind in choice.needs
        ),
        approval=choice.approval,
        main=main and not choice.anywhere,
        photos="photo" in choice.needs,
        shown=came is not None,
        kept=came.kept if came else NOTHING_KEPT,
        checks=check_address(case.ref, code, choice),
        checked=came.checked if came else None,
    )


def _button_of(act: Act, case: CaseFacts, failed: Failed | None) -> Button:
    came = failed if failed and failed.code == act.code else None
    return Button(
        code=act.code,
        words=str(act.name),
        icon=act.icon,
        address=reverse("console:act_on_case", args=[case.ref, act.code]),
        form=came.form if came else act_form(act, case),
        photos=act.photos,
        answers=act.buttons,
        shown=came is not None,
        kept=came.kept if came else NOTHING_KEPT,
        checks=check_address(case.ref, act.code),
        checked=came.checked if came else None,
    )


def contact_form(came: object = None) -> ContactForm:
    """The form that asks what the number is needed for."""
    form = ContactForm(came, auto_id="id_contact_%s")
    form.offer("purpose", PURPOSES.items())
    return form


def _contact_form(failed: Failed | None) -> ContactForm:
    if failed and isinstance(failed.form, ContactForm):
        return failed.form
    return contact_form()


def _photos(case: CaseFacts) -> tuple[Photo, ...]:
    return tuple(
        Photo(photo_address(case.ref, one.ref), PHOTO_KINDS[one.kind], one.at)
        for one in case.evidence
        if one.kind in PHOTO_KINDS
    )


def _answers(case: CaseFacts) -> tuple[tuple[str, int], ...]:
    """How the residents asked have answered, in figures; never who, never with stars."""
    solved = sum(n for (_source, said), n in case.answers.items() if said)
    rest = sum(n for (_source, said), n in case.answers.items() if not said)
    return tuple((words, n) for words, n in ((_("Solved"), solved), (_("Not solved"), rest)) if n)


def _story(reading: CaseReading, playbook: Playbook) -> tuple[Told, ...]:
    """The newest first."""
    told = [_told(entry, playbook) for entry in reading.timeline if entry.kind not in UNTOLD or entry.words]
    return tuple(reversed([one for one in told if not _says_placing_twice(one, playbook)]))


def _says_placing_twice(told: Told, playbook: Playbook) -> bool:
    return told.kind == "took" and told.facts.get("step") == playbook.first.name and not told.words


def _told(entry: TimelineEntry, playbook: Playbook) -> Told:
    facts = entry.facts
    named = facts.get("seat") or facts.get("to")
    seat = find_seat(named) if isinstance(named, int) else None
    return Told(
        kind=entry.kind,
        at=entry.at,
        who=entry.seat_title,
        words=str(REFUSALS.get(entry.words, entry.words)),
        by_resident=entry.by_resident,
        internal=entry.audience == "internal",
        erased=entry.erased,
        outcome=outcome_title(playbook, str(facts.get("step")), str(facts.get("outcome") or "")),
        facts=facts,
        named=seat.title if seat else "",
    )
