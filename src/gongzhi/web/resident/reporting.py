"""What a report form knows beyond its fields: places to choose from, photos kept, similar cases, danger."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from gongzhi.cases.queries import list_categories
from gongzhi.intake.queries import ReportDraft, Spot
from gongzhi.routing.queries import Alarm, Titled, find_danger, find_same_matter, list_danger_words
from gongzhi.territory.queries import PlaceFacts, find_place
from gongzhi.web.resident.complaining import about_of
from gongzhi.web.resident.drafts import DraftPhoto, list_drafts, photo_address, refs_of
from gongzhi.web.resident.forms import ReportForm
from gongzhi.web.resident.placing import (
    PlaceChoice,
    choice_of,
    find_by_point,
    find_by_words,
    point_of,
    remembered_place,
)


@dataclass(frozen=True)
class SimilarCase:
    """A case that may be the same matter, as far as a neighbour may read it."""

    ref: str
    words: str
    photo: str
    days: int
    followers: int


@dataclass(frozen=True)
class Item:
    """One of the items of a scenario, to be picked if one likes."""

    code: str
    name: Titled


@dataclass(frozen=True)
class Draft:
    """A report on its way: its place or what to choose from, what was kept, what it resembles."""

    place: PlaceFacts | None
    places: tuple[PlaceChoice, ...]
    photos: tuple[DraftPhoto, ...]
    voice: str
    similar: tuple[SimilarCase, ...]
    alarm: Alarm | None

    @property
    def chosen(self) -> str:
        """The reference of the place, for the form."""
        return self.place.ref if self.place else ""

    @property
    def point(self) -> tuple[float, float] | None:
        """Where a map begins: the place, or the nearest thing around it that has a position."""
        return point_of(self.place) if self.place else None


def draft_of(form: ReportForm, filled: QueryDict, request: HttpRequest) -> Draft:
    """Look up what the form does not know by itself. A chosen place goes before a plate or address, that
    before a point, that before where the phone was last."""
    place, places = _where(filled, request)
    words = filled.get("words", "").strip()
    return Draft(
        place=place,
        places=places,
        photos=list_drafts(filled.getlist("photos")),
        voice=filled.get("voice", ""),
        similar=() if filled.get("not_same") or filled.get("about") else _similar_to(words, place),
        alarm=find_danger(words) if words else None,
    )


def _similar_to(words: str, place: PlaceFacts | None) -> tuple[SimilarCase, ...]:
    if not words or place is None:
        return ()
    return tuple(
        SimilarCase(
            ref=one.ref,
            words=one.words,
            photo=photo_address(one.photos[0]) if one.photos else "",
            days=one.days,
            followers=one.followers,
        )
        for one in find_same_matter(words, place.id)
    )


def _where(filled: QueryDict, request: HttpRequest) -> tuple[PlaceFacts | None, tuple[PlaceChoice, ...]]:
    chosen = find_place(filled.get("place", "")) if filled.get("place") else None
    words = filled.get("place_words", "").strip()
    if words and chosen is None:
        found = find_by_words(words)
        return found.place, found.choices
    if chosen is not None:
        return chosen, (choice_of(chosen),)
    point = _point(filled)
    if point is not None:
        found = find_by_point(*point)
        return found.place, found.choices
    here = None if words else remembered_place(request)
    return here, (choice_of(here),) if here else ()


def _point(filled: QueryDict) -> tuple[float, float] | None:
    try:
        return float(filled.get("lat", "")), float(filled.get("lng", ""))
    except ValueError:
        return None


def complete_place(form: ReportForm, draft: Draft) -> None:
    """The form's last question: is the place clear? Words that mean several places are asked about once;
    words that mean none are enough, somebody will find it."""
    if draft.place is not None or (form.cleaned_data["place_words"] and not draft.places):
        return
    if draft.places:
        form.add_error("place_words", _("Several places have this name. Please touch the right one above."))
    elif form.cleaned_data["lat"] is None:
        form.add_error("place_words", _("Say where it is: an address, or the number on the entrance plate."))


def report_draft(form: ReportForm, draft: Draft, channel: str) -> ReportDraft:
    """The report as the front desk takes it."""
    filled = form.cleaned_data
    return ReportDraft(
        key=filled["key"],
        words=filled["words"],
        channel=channel,
        item=filled["category"],
        spot=Spot(
            place_ref=draft.chosen,
            address=filled["place_words"],
            lat=filled["lat"],
            lng=filled["lng"],
        ),
        photos=refs_of(photo.token for photo in draft.photos),
        voice=next(iter(refs_of([draft.voice])), ""),
        caller_phone=filled.get("phone", ""),
        about=about_of(filled["about"], draft.place),
    )


def list_items(scenario: str) -> tuple[Item, ...]:
    """The items of the scenario whose tile was touched."""
    if not scenario:
        return ()
    return tuple(
        Item(one.code, Titled(one.name_zh, one.name_en))
        for one in list_categories()
        if one.scenario == scenario and one.active
    )


def signs_of_danger() -> tuple[str, ...]:
    """Words the phone looks for while one types, so that the numbers stand there before any answer comes.
    The server's own look is finer; in doubt both show the numbers."""
    return list_danger_words()
