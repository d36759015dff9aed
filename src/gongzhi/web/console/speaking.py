"""Texts before they become public, as they are shown: marks in place, what may be done, what was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gongzhi.kernel.actors import Actor
from gongzhi.routing.queries import (
    SpeechFacts,
    SpeechMark,
    SpeechStep,
    check_speech,
    list_held_speech,
    list_judged,
    list_own_speech,
    list_speech_steps,
    suggest_speech,
)
from gongzhi.territory.queries import find_place
from gongzhi.web.console.fields import names_of_staff

REASONS: dict[str, Promise] = {
    "insult": _("Insult or threat"),
    "personal": _("Personal data"),
    "advertising": _("Advertising"),
}
VERBS: dict[str, Promise] = {
    "held": _("marked, waits for a person"),
    "rewritten": _("written again, nothing is marked"),
    "released": _("released"),
    "hidden": _("hidden"),
    "appealed": _("appeal by the writer"),
    "shown": _("appeal: shown after all"),
    "upheld": _("appeal: stays hidden"),
}

KINDS_OF_TEXT: dict[str, tuple[Promise, str]] = {
    "topic": (_("Title of a proposed topic"), "console:show_topic"),
}
"""How the subject of a text begins → what it is, and the page it stands on."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a text; `kind` is empty where nothing is marked."""

    words: str
    kind: str = ""
    name: object = ""


@dataclass(frozen=True)
class Held:
    """A text that waits, with its marks in place."""

    facts: SpeechFacts
    pieces: tuple[Piece, ...]
    place: str
    what: Promise | str
    address: str
    may_judge: bool
    own: bool
    first_kind: str


@dataclass(frozen=True)
class StepLine:
    """A decision as it is read."""

    step: SpeechStep
    verb: object
    reason: object
    who: str


@dataclass(frozen=True)
class Wording:
    """A text as it was typed, with what is marked in it; `instead` is empty where nothing else is left."""

    text: str
    marks: tuple[SpeechMark, ...]
    pieces: tuple[Piece, ...]
    instead: str


def read_wording(text: str) -> Wording:
    """A text and what a person would have to look at before others read it."""
    marks = check_speech(text)
    spans = [(mark.start, mark.end, mark.kind, REASONS[mark.kind]) for mark in marks]
    instead = suggest_speech(text, get_language() or "zh-hans") if marks else ""
    return Wording(text, marks, cut(text, spans), instead)


def cut(text: str, marks: Iterable[tuple[int, int, str, object]]) -> tuple[Piece, ...]:
    """A text in pieces, marked and not: start, end, kind and name of each mark, in the order of the text."""
    pieces, at = [], 0
    for start, end, kind, name in marks:
        pieces += [Piece(text[at:start]), Piece(text[start:end], kind, name)]
        at = end
    return tuple(one for one in (*pieces, Piece(text[at:])) if one.words)


def list_held(actor: Actor) -> tuple[Held, ...]:
    """What waits for this person."""
    held = list_held_speech(actor)
    own = list_own_speech([one.subject for one in held], actor.user_id)
    mine = list_judged(held, actor.user_id)
    return tuple(_held(one, own=one.subject in own, judged=one.subject in mine) for one in held)


def _held(facts: SpeechFacts, *, own: bool, judged: bool) -> Held:
    place = find_place(facts.place_id)
    room, _colon, ref = facts.subject.partition(":")
    what, view = KINDS_OF_TEXT.get(room, ("", ""))
    marks = [(start, end, kind, REASONS[kind]) for start, end, kind, _reason in facts.marks]
    return Held(
        facts=facts,
        pieces=cut(facts.words, marks),
        place=place.full_name if place else "",
        what=what,
        address=reverse(view, args=[ref]) if view else "",
        may_judge=judged and not own,
        own=own,
        first_kind=marks[0][2] if marks else "",
    )


def list_steps(actor: Actor) -> Sequence[StepLine]:
    """What was decided lately."""
    names = names_of_staff()
    return [
        StepLine(
            one,
            VERBS.get(one.verb, one.verb),
            REASONS.get(one.reason, ""),
            names.get(one.by_user_id or 0, ""),
        )
        for one in list_speech_steps(actor)
    ]
