"""From the residents' chat group to cases, and the reply to paste back."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gongzhi.intake.actions import place_chat_drafts
from gongzhi.intake.queries import ReportDraft, Spot, read_pasted_chat
from gongzhi.kernel.errors import Refusal
from gongzhi.territory.queries import PlaceFacts
from gongzhi.web.console.desk import show
from gongzhi.web.console.forms_intake import ChatForm, fresh_key
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.intake import find_where
from gongzhi.web.doors import actor_of

MOST = 60


@dataclass(frozen=True)
class Matter:
    """One draft out of the chat as it stands in the form."""

    n: int
    key: str
    words: str
    address: str
    place: PlaceFacts | None
    places: tuple[PlaceFacts, ...]
    taken: bool
    note: str = ""
    wrong: str = ""


@needs_right("intake")
@require_http_methods(["GET", "POST"])
def paste_chat(request: HttpRequest) -> HttpResponse:
    """Paste, and look at what was understood. Nothing is kept yet."""
    form = ChatForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reading = read_pasted_chat(form.cleaned_data["text"])
        matters = [
            _read_matter(one.n, fresh_key(), one.words, "", taken=one.likely, note=_note_of(one))
            for one in reading.drafts[:MOST]
        ]
        filled = {"matters": matters, "reading": reading}
        return show(request, "console/chat_matters.html", filled, section="intake")
    status = 400 if form.errors else 200
    return show(request, "console/paste_chat.html", {"form": form}, section="intake", status=status)


@needs_right("intake")
@require_POST
def place_chat(request: HttpRequest) -> HttpResponse:
    """Place what was confirmed, each once; where a place is unclear, ask again with everything kept."""
    matters = _matters_of(request.POST)
    unclear = [one for one in matters if one.taken and one.wrong]
    if "look" in request.POST or unclear:
        filled = {"matters": matters, "reading": None}
        status = 400 if unclear and "look" not in request.POST else 200
        return show(request, "console/chat_matters.html", filled, section="intake", status=status)
    chosen = [_draft_of(one) for one in matters if one.taken]
    try:
        placed = place_chat_drafts(chosen, actor=actor_of(request))
    except Refusal as refusal:
        again = {"matters": matters, "reading": None, "refusal": refusal}
        return show(request, "console/chat_matters.html", again, section="intake", status=refusal.status)
    return show(request, "console/chat_placed.html", {"placed": placed}, section="intake")


def _note_of(draft: object) -> str:
    """What the chat held beside words: it has to be added by hand."""
    said = []
    for name, words in (
        ("pictures", _("%(n)d pictures, to be added by hand")),
        ("voices", _("%(n)d recordings, to be listened to")),
        ("agreeing", _("%(n)d say it is the same with them")),
    ):
        n = int(getattr(draft, name))
        if n:
            said.append(words % {"n": n})
    return "; ".join(said)


def _matters_of(typed: QueryDict) -> list[Matter]:
    numbers = [int(n) for n in typed.getlist("n") if n.isascii() and n.isdigit()][:MOST]
    return [
        _read_matter(
            n,
            typed.get(f"key-{n}", ""),
            typed.get(f"words-{n}", "").strip(),
            typed.get(f"address-{n}", "").strip(),
            place_ref=typed.get(f"place-{n}", ""),
            taken=f"take-{n}" in typed,
            note=typed.get(f"note-{n}", ""),
        )
        for n in numbers
    ]


def _read_matter(
    n: int, key: str, words: str, address: str, *, place_ref: str = "", taken: bool, note: str
) -> Matter:
    place, places = find_where(place_ref, address)
    wrong = "" if words else _("Please write what it is about.")
    if place is None and places and not wrong:
        wrong = _("Several places may be meant. Please choose one.")
    return Matter(n, key, words, address, place, places, taken, note, wrong)


def _draft_of(matter: Matter) -> ReportDraft:
    spot = Spot(place_ref=matter.place.ref if matter.place else "", address=matter.address)
    return ReportDraft(key=matter.key, words=matter.words, channel="chat", spot=spot)
