"""Lists of cases, the search box, and Excel out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.accounts.actions import record_export
from gongzhi.kernel import clock
from gongzhi.kernel.refs import clean_ref
from gongzhi.kernel.sheets import write_sheet
from gongzhi.parties.queries import rights_of
from gongzhi.territory.queries import Level, locate_text
from gongzhi.web.console.batch import acts_for
from gongzhi.web.console.columns import CHOOSABLE, COLUMNS, columns_of, export_line, keep_columns
from gongzhi.web.console.desk import show
from gongzhi.web.console.gate import staff_of, staff_only
from gongzhi.web.console.listing import build_listing, rows_for_export
from gongzhi.web.console.numbers import find_number
from gongzhi.web.console.standing import within_of
from gongzhi.web.console.views.workbench import open_beside
from gongzhi.web.doors import actor_of
from gongzhi.web.tags import local

NOT_BY_NUMBER = gettext_noop(
    "Reports are not looked up by telephone number. Open the case and say what you need it for."
)
MOST_SAID = 400  # characters of a filter: what is pasted whole makes an address no browser follows
LEFT_OUT = frozenset({"csrfmiddlewaretoken"})
SURE = 0.75
NEAR = frozenset({Level.ESTATE, Level.BUILDING, Level.ENTRANCE, Level.ROOM, Level.COMMUNITY})
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@staff_only
@require_safe
def list_cases(request: HttpRequest) -> HttpResponseBase:
    """Everything I may see, narrowed by the address; `?open=` shows a case beside it. An address that holds a
    telephone number among its words is left at once."""
    if find_number(request.GET.get("words", "")):
        return _narrow(request, request.GET)
    listing = build_listing(actor_of(request), request.GET, columns_of(request), within_of(request))
    filled = {
        "listing": listing,
        "page": open_beside(request),
        "columns": CHOOSABLE,
        "batch": acts_for(rights_of(request.user.pk)),
    }
    return show(request, "console/list_cases.html", filled, section="cases")


@staff_only
@require_POST
def choose_columns(request: HttpRequest) -> HttpResponseBase:
    """Which columns the table shows, in this session; none chosen: the usual ones."""
    keep_columns(request, request.POST.getlist("column"))
    return redirect(f"{reverse('console:list_cases')}?{request.POST.get('query', '')}")


@staff_only
@require_POST
def narrow_cases(request: HttpRequest) -> HttpResponseBase:
    """The filters as they were filled in: on to the address that says them. Posted, so that a telephone
    number typed among the words gets into none."""
    return _narrow(request, request.POST)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponseBase:
    """The box at the top: a case number leads to the case, an address to its cases, words to those that hold
    them. It is posted, so that a telephone number gets into no address. Numbers are not searched here: who
    reported is opened on a case, or a caller looked up by the posts that answer calls, with a purpose."""
    asked = (request.POST if request.method == "POST" else request.GET).get("q", "").strip()[:MOST_SAID]
    ref = clean_ref(asked)
    if ref and not ref.startswith("0"):  # no case begins with 0; a number in a town does
        return redirect("console:show_case", ref)
    if find_number(asked):
        return _ask_what_for(request)
    found = locate_text(asked) if asked else ()
    if found and found[0].score >= SURE and found[0].place.level in NEAR:
        return redirect(f"{reverse('console:list_cases')}?{urlencode({'place': found[0].place.ref})}")
    return redirect(f"{reverse('console:list_cases')}?{urlencode({'words': asked})}")


def _ask_what_for(request: HttpRequest) -> HttpResponseBase:
    """Whoever answers calls is led on to say what they need it for; the number stays in what they sent (307:
    the browser posts the same once more). Others are told that nothing is looked up by numbers."""
    if not rights_of(request.user.pk).can("find-caller"):
        messages.warning(request, _(NOT_BY_NUMBER))
        return redirect("console:list_cases")
    if request.method == "POST":
        return redirect("console:find_caller", preserve_request=True)
    messages.info(request, _("Type the caller's number here, and say what you need it for."))
    return redirect("console:find_caller")


def _narrow(request: HttpRequest, asked: QueryDict) -> HttpResponseBase:
    """To the list by these filters, without the words where a telephone number is among them."""
    said = {name: str(value)[:MOST_SAID] for name, value in asked.items() if value and name not in LEFT_OUT}
    if find_number(said.get("words", "")):
        messages.warning(request, _(NOT_BY_NUMBER))
        del said["words"]
    return redirect(f"{reverse('console:list_cases')}?{urlencode(said)}")


@staff_only
@require_POST
def export_cases(request: HttpRequest) -> HttpResponse:
    """What the filters leave as Excel, at most a thousand rows: no name and no number of a resident, marked
    with who took it and when, and written into the log."""
    rows = rows_for_export(actor_of(request), request.GET, within_of(request))
    taken = local(clock.now()).strftime("%Y-%m-%d %H:%M")
    mark = f"{staff_of(request).display_name} · {taken}"
    record_export("cases", len(rows), actor=actor_of(request))
    heads = (*(str(column.name) for column in COLUMNS), _("Taken by"))
    content = write_sheet(heads, ((*export_line(row), mark) for row in rows))
    response = HttpResponse(content, content_type=EXCEL)
    response.headers["Content-Disposition"] = f'attachment; filename="cases-{taken[:10]}.xlsx"'
    return response
