"""Lists of cases, the search box, and Excel out."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

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
from gongzhi.web.console.standing import within_of
from gongzhi.web.console.views.workbench import open_beside
from gongzhi.web.doors import actor_of
from gongzhi.web.tags import local

PHONE = re.compile(r"\+?[\d\s-]{7,16}")
SURE = 0.75
NEAR = frozenset({Level.ESTATE, Level.BUILDING, Level.ENTRANCE, Level.ROOM, Level.COMMUNITY})
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@staff_only
@require_safe
def list_cases(request: HttpRequest) -> HttpResponse:
    """Everything I may see, narrowed by the address; `?open=` shows a case beside it."""
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
@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """The box at the top: a case number leads to the case, an address to its cases, words to those that hold
    them. Telephone numbers are not searched here: who reported is opened on a case, or a caller looked up by
    the posts that answer calls, with a purpose and never by an address."""
    asked = request.GET.get("q", "").strip()
    ref = clean_ref(asked)
    if ref:
        return redirect("console:show_case", ref)
    if PHONE.fullmatch(asked):
        if rights_of(request.user.pk).can("find-caller"):
            messages.info(request, _("Type the caller's number here, and say what you need it for."))
            return redirect("console:find_caller")
        messages.warning(
            request,
            _("Reports are not looked up by telephone number. Open the case and say what you need it for."),
        )
        return redirect("console:list_cases")
    found = locate_text(asked) if asked else ()
    if found and found[0].score >= SURE and found[0].place.level in NEAR:
        return redirect(f"{reverse('console:list_cases')}?{urlencode({'place': found[0].place.ref})}")
    return redirect(f"{reverse('console:list_cases')}?{urlencode({'words': asked})}")


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
