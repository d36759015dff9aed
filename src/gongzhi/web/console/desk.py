"""What stands around every page of the console: the house, who sits here, what waits, where one can go."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gongzhi.kernel.revision import current_all
from gongzhi.messages.queries import count_unread
from gongzhi.parties.queries import Rights, SeatFacts, find_organisation, list_seats_of, rights_of
from gongzhi.territory.queries import Level, find_above, find_area, list_roots
from gongzhi.web.console.gate import staff_of
from gongzhi.web.console.imports import may_import
from gongzhi.web.console.standing import Ground, ground_of, may_narrow

Stamps = Mapping[str, int]


@dataclass(frozen=True)
class Section:
    """A part of the console. `open_to` answers whether somebody with these rights finds it in the menu."""

    code: str
    name: Promise
    icon: str
    view: str
    open_to: Callable[[Rights], bool] = lambda _rights: True


def _reads_cases(rights: Rights) -> bool:
    return bool(rights.scope_places or rights.scope_areas or rights.seats or rights.can("audit"))


def _reads_settings(rights: Rights) -> bool:
    return rights.can("configure") or rights.can("audit")


def _reads_speech(rights: Rights) -> bool:
    return rights.can("dispatch") or rights.can("configure") or rights.can("audit")


SECTIONS: tuple[Section, ...] = (
    Section("workbench", _("Workbench"), "tasks", "console:workbench"),
    Section("cases", _("Cases"), "file", "console:list_cases", _reads_cases),
    Section("intake", _("Take in"), "plus", "console:take_in", lambda rights: rights.can("intake")),
    Section("map", _("Map"), "map", "console:map"),
    Section("posts", _("Grids and posts"), "hierarchy", "console:list_posts"),
    Section("insight", _("Insight"), "chart", "console:list_hot_issues", _reads_cases),
    Section("speech", _("Speech check"), "message", "console:list_speech", _reads_speech),
    Section("settings", _("Settings"), "settings", "console:list_methods", _reads_settings),
    Section("audit", _("Log"), "shield-lock", "console:list_access", lambda rights: rights.can("audit")),
)


@dataclass(frozen=True)
class MenuEntry:
    """One line of the menu; `count` is what waits there."""

    code: str
    name: str
    icon: str
    address: str
    count: int = 0


@dataclass(frozen=True)
class Desk:
    """Around the page. `seat_titles` are all seats the person may act in today, stand-ins included."""

    house: str
    name: str
    seat_titles: tuple[str, ...]
    unread: int
    language: str
    menu: tuple[MenuEntry, ...]
    rights: Rights
    ground: Ground | None = None

    @property
    def may_narrow(self) -> bool:
        """Whether there is more than one ground to stand on."""
        return may_narrow(self.rights)

    @property
    def seat_title(self) -> str:
        """The seat named at the top."""
        return self.seat_titles[0] if self.seat_titles else ""

    @property
    def may_import(self) -> bool:
        """Whether tables of other houses may be brought in."""
        return may_import(self.rights)

    @property
    def may_find_callers(self) -> bool:
        """Whether a caller's reports may be looked up by their number."""
        return self.rights.can("find-caller")

    @property
    def may_see_answers(self) -> bool:
        """Whether the answers sent on a ground are theirs to look at."""
        return self.rights.can("supervise") or self.rights.can("audit")

    @property
    def english(self) -> bool:
        """Whether the page is read in English."""
        return self.language.startswith("en")


def show(
    request: HttpRequest, template: str, filled: Mapping[str, object], *, section: str, status: int = 200
) -> HttpResponse:
    """A page of the console inside its frame. A part of a page asked for by htmx is its own small template
    and is rendered without this."""
    around = {"desk": desk_of(request), "section": section}
    return render(request, template, {**around, **filled}, status=status)


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of a page."""
    return request.headers.get("HX-Request") == "true"


def desk_of(request: HttpRequest) -> Desk:
    """The frame for whoever is signed in. Two queries: the revisions and the unread messages."""
    user = staff_of(request)
    user_id = user.user_id
    stamps = current_all()
    rights = rights_of(user_id, stamps=stamps)
    seats = sorted(list_seats_of(user_id, stamps=stamps), key=lambda seat: -seat.rank)
    return Desk(
        house=_house(seats, stamps),
        name=user.display_name,
        seat_titles=tuple(seat.title for seat in seats),
        unread=count_unread(user_id),
        language=get_language() or "zh-hans",
        menu=_menu(rights),
        rights=rights,
        ground=ground_of(request),
    )


def _menu(rights: Rights) -> tuple[MenuEntry, ...]:
    return tuple(
        MenuEntry(one.code, str(one.name), one.icon, reverse(one.view))
        for one in SECTIONS
        if one.open_to(rights)
    )


def _house(seats: list[SeatFacts], stamps: Stamps) -> str:
    """The street these seats belong to, a section's by its body; of a deployment for the whole district, the
    district."""
    for seat in seats:
        place_id = _ground_of(seat, stamps)
        street = find_above(place_id, Level.STREET, stamps=stamps) if place_id else None
        if street is not None:
            return street.name
    return next((root.name for root in list_roots(stamps=stamps)), "")


def _ground_of(seat: SeatFacts, stamps: Stamps) -> int | None:
    """The place a seat works at: its own, that of its duty area, that of its body."""
    if seat.area_id is not None:
        area = find_area(seat.area_id, stamps=stamps)
        return area.ground_id if area else None
    if seat.organisation_id is not None:
        body = find_organisation(seat.organisation_id, stamps=stamps)
        return body.place_id if body else None
    return seat.place_id
