"""One act for several cases: each goes through the ordinary action with its rules, and says what happened.

Only acts that say nothing about the result: whether something is solved is never answered in a batch."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongzhi.cases import actions
from gongzhi.cases.actions import Filing
from gongzhi.cases.queries import CaseFacts, CaseReading, read_case_for
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.kernel.refs import is_ref
from gongzhi.parties.queries import Rights
from gongzhi.territory.queries import get_place
from gongzhi.web.console.acts import BY_CODE
from gongzhi.web.console.forms_case import ActForm, ReassignForm
from gongzhi.web.console.rows import Line, lines_of, title_of
from gongzhi.web.console.seats import list_seat_groups, seat_choices

MOST = 50
ACCEPT, DISPATCH, PRINT = "accept", "dispatch", "print"


@dataclass(frozen=True)
class BatchAct:
    """An act on several cases; `asks` whether it wants a form filled in first."""

    code: str
    name: Promise
    icon: str
    open_to: Callable[[Rights], bool]
    asks: bool = False


ACTS: tuple[BatchAct, ...] = (
    BatchAct(ACCEPT, gettext_lazy("Accept"), "check", lambda rights: bool(rights.seats)),
    BatchAct(
        DISPATCH,
        gettext_lazy("Give it to other hands"),
        "send",
        lambda rights: rights.can("dispatch"),
        asks=True,
    ),
    BatchAct(PRINT, gettext_lazy("Print a sheet"), "print", lambda _rights: True),
)


@dataclass(frozen=True)
class Happened:
    """What became of one case."""

    case: CaseFacts
    title: str
    done: bool
    words: str


@dataclass(frozen=True)
class Dispatch:
    """To which seat, why, and how much of each case whoever asks had seen."""

    seat_id: int
    reason: str
    seen: Mapping[str, int] = field(default_factory=dict)


def acts_for(rights: Rights) -> tuple[BatchAct, ...]:
    """Those worth a button for somebody with these rights."""
    return tuple(act for act in ACTS if act.open_to(rights))


def read_chosen(actor: Actor, refs: Iterable[str]) -> tuple[CaseReading, ...]:
    """The chosen cases this actor may read, each once, at most fifty; others are as if not there."""
    found = []
    for ref in [ref for ref in dict.fromkeys(refs) if is_ref(ref)][:MOST]:
        try:
            found.append(read_case_for(actor, ref))
        except NotFound:
            continue
    return tuple(found)


def lines_to_print(readings: Sequence[CaseReading]) -> tuple[Line, ...]:
    """The chosen cases as lines of a sheet."""
    return lines_of(reading.case for reading in readings)


def accept_together(readings: Iterable[CaseReading], *, actor: Actor) -> tuple[Happened, ...]:
    """Accept each case that waits to be accepted by this actor."""
    return tuple(_accept(reading, actor) for reading in readings)


def dispatch_together(
    readings: Iterable[CaseReading], wanted: Dispatch, *, actor: Actor
) -> tuple[Happened, ...]:
    """Give each case to one seat."""
    return tuple(_dispatch(reading.case, wanted, actor) for reading in readings)


def dispatch_form(readings: Sequence[CaseReading], came: object = None) -> ActForm:
    """The form of giving cases away, with the seats that answer for the ground they share."""
    form = ReassignForm(came, auto_id="id_together_%s")
    form.offer("seat", seat_choices(list_seat_groups(_common_place(readings))))
    return form


def _accept(reading: CaseReading, actor: Actor) -> Happened:
    case = reading.case
    choice = next((one for one in reading.choices if one.outcome == ACCEPT and not one.answer), None)
    if choice is None or choice.missing or not case.may_speak:
        return Happened(case, title_of(case), False, _("It does not wait to be accepted by you."))
    filing = Filing(seat_id=choice.seat_id, seen=case.events)
    return _try(
        case, lambda: actions.take_outcome(case.ref, ACCEPT, actor=actor, filing=filing), _("Accepted.")
    )


def _dispatch(case: CaseFacts, wanted: Dispatch, actor: Actor) -> Happened:
    if not BY_CODE["reassign"].offered(case) or not case.may_speak:
        return Happened(case, title_of(case), False, _("You cannot give this one away now."))
    seen = wanted.seen.get(case.ref)
    return _try(
        case,
        lambda: actions.reassign_case(case.ref, wanted.seat_id, wanted.reason, actor=actor, seen=seen),
        _("It is in other hands now."),
    )


def _try(case: CaseFacts, act: Callable[[], object], said: str) -> Happened:
    """Each case stands for itself: one that is refused holds up no other."""
    try:
        act()
    except Refusal as refusal:
        return Happened(case, title_of(case), False, str(refusal))
    return Happened(case, title_of(case), True, said)


def _common_place(readings: Iterable[CaseReading]) -> int | None:
    """The smallest place all of them lie in."""
    paths = [get_place(one.case.place_id).path for one in readings if one.case.place_id is not None]
    shared = None
    for step in zip(*paths, strict=False):
        if len(set(step)) > 1:
            break
        shared = step[0]
    return shared
