"""What is printed about seats and entrances: certificates, plates with their code and number, the card of the
entrance head."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gongzhi.kernel import clock, qr
from gongzhi.kernel.documents import MEDIA_TYPE, Block, Heading, Paragraph, word_document
from gongzhi.kernel.errors import NotFound
from gongzhi.parties.queries import Holder, get_holding, get_seat, resolve_post, who_is
from gongzhi.territory.queries import Level, PlaceFacts, find_above, list_places_under
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import staff_only
from gongzhi.web.console.reach import check_in_reach, path_of_seat, place_in_reach

HEAD, LEADER = "entrance-head", "grid-leader-2"
PLATES_AT_MOST = 600


@dataclass(frozen=True)
class Plate:
    """An entrance with the drawing of its code, and who is asked there."""

    place: PlaceFacts
    code: SafeString
    head: Holder | None
    leader: Holder
    leader_post: str


@staff_only
@require_safe
def print_certificate(request: HttpRequest, holding: str) -> HttpResponse:
    """The certificate of an appointment, to print."""
    held = get_holding(holding)
    seat = get_seat(held.seat_id)
    path = path_of_seat(seat)
    check_in_reach(request, path)
    filled = {"holding": held, "seat": seat, "house": _house(path), "today": clock.today()}
    return show(request, "console/certificate.html", filled, section="posts")


@staff_only
@require_safe
def certificate_document(request: HttpRequest, holding: str) -> HttpResponse:
    """The same as a Word document."""
    held = get_holding(holding)
    seat = get_seat(held.seat_id)
    path = path_of_seat(seat)
    check_in_reach(request, path)
    said = {"name": held.name, "seat": seat.title, "since": held.since.isoformat()}
    blocks: list[Block] = [
        Heading(_("Certificate of appointment"), 1),
        Paragraph(_("No. %(number)s") % {"number": held.ref}, align="center"),
        Paragraph(_("%(name)s is appointed “%(seat)s” from %(since)s.") % said),
        *([Paragraph(_("Until %(day)s.") % {"day": held.until.isoformat()})] if held.until else []),
        Paragraph(_house(path), align="right"),
        Paragraph(clock.today().isoformat(), align="right"),
    ]
    answer = HttpResponse(
        word_document(blocks, title=_("Certificate of appointment")), content_type=MEDIA_TYPE
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="certificate-{held.ref}.docx"'
    return answer


def _house(path: tuple[int, ...]) -> str:
    """The street a ground lies in, as it stands on paper."""
    street = find_above(path[-1], Level.STREET) if path else None
    return street.name if street else ""


@staff_only
@require_safe
def print_plates(request: HttpRequest, place: str) -> HttpResponse:
    """The plates of every entrance in a place, several on a sheet."""
    facts = place_in_reach(request, place)
    plates = [_plate(request, one) for one in _entrances(facts)]
    return show(request, "console/plates.html", {"place": facts, "plates": plates}, section="posts")


@staff_only
@require_safe
def print_head_cards(request: HttpRequest, place: str) -> HttpResponse:
    """The entrance heads' cards of every entrance in a place, several on a sheet."""
    facts = place_in_reach(request, place)
    plates = [_plate(request, one) for one in _entrances(facts)]
    filled = {"place": facts, "plates": plates, "house": _house(facts.path)}
    return show(request, "console/head_cards.html", filled, section="posts")


def _entrances(place: PlaceFacts) -> list[PlaceFacts]:
    """The entrances in a place from estate down; above that a sheet would have no end. Raises NotFound."""
    if place.level not in (Level.ESTATE, Level.BUILDING, Level.ENTRANCE):
        raise NotFound()
    if place.level is Level.ENTRANCE:
        return [place]
    found = list_places_under(place.id, level=Level.ENTRANCE)
    return list(found)[:PLATES_AT_MOST]


def _plate(request: HttpRequest, entrance: PlaceFacts) -> Plate:
    address = request.build_absolute_uri(reverse("resident:scan_entrance", args=[entrance.token]))
    leader = resolve_post(LEADER, entrance.id)
    head = resolve_post(HEAD, entrance.id)
    return Plate(
        place=entrance,
        code=mark_safe(qr.svg(address, scale=3)),  # noqa: S308 - drawn by us
        head=who_is(head.id) if head.post == HEAD else None,
        leader=who_is(leader.id),
        leader_post=leader.post_title,
    )
