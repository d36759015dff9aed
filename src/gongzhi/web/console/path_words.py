"""Paths in the reader's words: conditions, hands and faults, for cards, the bench and the preview."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongzhi.cases.queries import find_category
from gongzhi.parties.queries import get_post, list_posts
from gongzhi.routing.queries import PathFault, PathRule, list_scenarios, list_sections
from gongzhi.territory.queries import find_area, find_place
from gongzhi.web.console.wording import CHANNELS, DUTIES, ESTATES, LEVELS, URGENCIES, reader_language

ANY, SECTION = "any", "section:"
CONDITIONS: Mapping[str, object] = {
    "category": gettext_lazy("Kind of matter"),
    "scenario": gettext_lazy("Group of kinds"),
    "urgency": gettext_lazy("Urgency"),
    "danger": gettext_lazy("Danger to life"),
    "channel": gettext_lazy("How it comes in"),
    "estate": gettext_lazy("Kind of estate"),
    "ground": gettext_lazy("How exact the place is"),
    "place": gettext_lazy("Named place"),
    "time": gettext_lazy("Time"),
    "hours": gettext_lazy("Hours of the day"),
}
TIMES: Mapping[str, object] = {
    "working-hours": gettext_lazy("Working hours"),
    "off-hours": gettext_lazy("Outside working hours"),
    "night": gettext_lazy("Night"),
    "weekend": gettext_lazy("Weekend"),
    "holiday": gettext_lazy("Holiday"),
}
DANGERS: Mapping[str, object] = {
    ANY: gettext_lazy("any danger to life"),
    "gas": gettext_lazy("Gas"),
    "fire": gettext_lazy("Fire"),
    "lift": gettext_lazy("Trapped in a lift"),
    "collapse": gettext_lazy("Collapse"),
    "water": gettext_lazy("Drowning, flood"),
    "live-wire": gettext_lazy("Live wire"),
    "missing": gettext_lazy("Somebody missing"),
    "self-harm": gettext_lazy("Self-harm"),
    "illness": gettext_lazy("Sudden illness"),
    "violence": gettext_lazy("Violence"),
}
NO_HANDS = frozenset({"configure", "audit"})


@dataclass(frozen=True)
class Line:
    """One condition: its name and what it asks for, any one of it."""

    name: str
    words: str


@dataclass(frozen=True)
class Card:
    """A path as the editor shows it. `sets` are alternatives, each a list of conditions that must all fit."""

    path: PathRule
    who: str
    later: str
    sets: tuple[tuple[Line, ...], ...]
    faults: tuple[str, ...]
    overlaps: str
    changed: str = ""


def say_value(name: str, code: str) -> str:
    """One wanted value in words; what nobody knows by its code."""
    plain: Mapping[str, Mapping[str, object]] = {
        "urgency": URGENCIES,
        "channel": CHANNELS,
        "estate": ESTATES,
        "ground": LEVELS,
        "time": TIMES,
        "danger": DANGERS,
    }
    if name in plain:
        return str(plain[name].get(code, code))
    if code == ANY:
        return _("any")
    if name == "category":
        kind = find_category(code)
        return kind.name if kind else code
    if name == "scenario":
        names = {one.code: one.name.in_language(reader_language()) for one in list_scenarios()}
        return names.get(code, code)
    return say_ground(code) if name == "place" else code.replace("-", "–")


def say_ground(ref: str) -> str:
    """A place or duty area by its number."""
    place, area = find_place(ref), find_area(ref)
    return place.full_name if place else area.name if area else ref


def say_condition(name: str, wanted: Iterable[str]) -> Line:
    """One condition of a path."""
    return Line(str(CONDITIONS.get(name, name)), _listed(map(partial(say_value, name), wanted)))


def _listed(words: Iterable[str]) -> str:
    return ("、" if reader_language() == "zh" else ", ").join(words)


def say_who(code: str) -> str:
    """A post or the department that carries a duty."""
    language = reader_language()
    if code.startswith(SECTION):
        duty = code.removeprefix(SECTION)
        return _("Section for: %(duty)s") % {"duty": DUTIES.get(duty, duty)}
    known = {post.code for post in list_posts()}
    return get_post(code).name.in_language(language) if code in known else code


def list_hands() -> list[tuple[str, str]]:
    """Everybody a path may name: posts from the ground up, then the duties departments carry."""
    posts = sorted((one for one in list_posts() if not NO_HANDS & one.rights), key=lambda one: one.rank)
    duties = dict.fromkeys((*DUTIES, *list_sections()))
    return [
        *((one.code, one.name.in_language(reader_language())) for one in posts),
        *((f"{SECTION}{duty}", say_who(f"{SECTION}{duty}")) for duty in duties),
    ]


def say_fault(fault: PathFault) -> str:
    """What is wrong with a path, in a sentence."""
    said = {"path": fault.path, "other": fault.other, "word": fault.word}
    if fault.kind == "unknown" and fault.word.startswith(SECTION):
        duty = fault.word.removeprefix(SECTION)
        said["word"] = str(DUTIES.get(duty, duty))
        return _("Path %(path)s: no department carries the duty “%(word)s” yet.") % said
    if fault.kind == "dead" and not fault.other:
        return _("Path %(path)s is never taken: its own conditions contradict each other.") % said
    if fault.kind == "dead":
        return _("Path %(path)s is never taken: path %(other)s comes first.") % said
    if fault.kind == "overlap":
        return _("Paths %(other)s and %(path)s fit the same reports; %(other)s comes first.") % said
    return _("Path %(path)s names “%(word)s”, which nobody knows.") % said


def make_cards(
    paths: Sequence[PathRule], faults: Sequence[PathFault], in_force: Sequence[PathRule]
) -> list[Card]:
    """The list as cards, each with its faults and with what is new about it."""
    former = {path.code: path for path in in_force}
    return [
        Card(
            path=path,
            who=say_who(path.who),
            later=" · ".join(say_who(one) for one in path.later),
            sets=tuple(say_set(path.when, number) for number in range(len(path.when))),
            faults=tuple(say_fault(one) for one in faults if one.path == path.code and one.kind != "overlap"),
            overlaps=_listed(one.other for one in faults if one.path == path.code and one.kind == "overlap"),
            changed=_("new")
            if path.code not in former
            else _("changed")
            if former[path.code] != path
            else "",
        )
        for path in paths
    ]


def say_set(sets: Sequence[Mapping[str, tuple[str, ...]]], number: int) -> tuple[Line, ...]:
    """One set of conditions in the order people ask: what, where, when."""
    wanted = sets[number]
    return tuple(say_condition(name, wanted[name]) for name in CONDITIONS if name in wanted)
