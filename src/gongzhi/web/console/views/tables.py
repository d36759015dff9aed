"""Bringing in the tables of a hotline: look, correct the columns, look again, apply, take back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.intake import actions
from gongzhi.intake.queries import get_batch, list_batches, list_rows, read_batch_file, write_errors_sheet
from gongzhi.kernel.errors import Refusal
from gongzhi.web.console.desk import show
from gongzhi.web.console.forms_intake import UploadForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.imports import columns_of, mapping_rows
from gongzhi.web.console.views.lists import EXCEL
from gongzhi.web.doors import actor_of

ROWS_SHOWN = 200


@needs_right("intake")
@needs_right("dispatch")
@require_http_methods(["GET", "POST"])
def list_imports(request: HttpRequest) -> HttpResponseBase:
    """Upload a table and look at it; below, the tables of before."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        table = form.cleaned_data["table"]
        try:
            preview = actions.preview_import(
                table.read(), table.name, actor=actor_of(request), source=form.cleaned_data["source"]
            )
        except Refusal as refusal:
            form.add_error("table", str(refusal))
        else:
            filled = {"preview": preview, "mapping": mapping_rows(preview.columns)}
            return show(request, "console/preview_table.html", filled, section="intake")
    filled = {"form": form, "batches": list_batches()}
    status = 400 if form.errors else 200
    return show(request, "console/list_imports.html", filled, section="intake", status=status)


@needs_right("intake")
@needs_right("dispatch")
@require_POST
def look_again(request: HttpRequest, batch: str) -> HttpResponse:
    """The same table read with other columns. Nothing is taken in yet."""
    facts = get_batch(batch)
    content, name = read_batch_file(batch)
    chosen = columns_of(request.POST)
    preview = actions.preview_import(
        content, name, actor=actor_of(request), source=facts.source, columns=chosen
    )
    filled = {"preview": preview, "mapping": mapping_rows(preview.columns)}
    return show(request, "console/preview_table.html", filled, section="intake")


@needs_right("intake")
@needs_right("dispatch")
@require_POST
def apply_table(request: HttpRequest, batch: str) -> HttpResponseBase:
    """Take the rows in; how the columns were read is remembered."""
    chosen = columns_of(request.POST) or None
    tally = actions.apply_import(batch, actor=actor_of(request), columns=chosen)
    words = ngettext("%(n)d case made of the table.", "%(n)d cases made of the table.", tally.created)
    messages.success(request, words % {"n": tally.created})
    return redirect("console:show_import", batch)


@needs_right("intake")
@needs_right("dispatch")
@require_safe
def show_import(request: HttpRequest, batch: str) -> HttpResponse:
    """What became of a table, row by row."""
    facts = get_batch(batch)
    rows = list_rows(batch, outcome=request.GET.get("outcome", ""))
    filled = {"batch": facts, "rows": rows[:ROWS_SHOWN], "more": max(len(rows) - ROWS_SHOWN, 0)}
    return show(request, "console/show_import.html", filled, section="intake")


@needs_right("intake")
@needs_right("dispatch")
@require_safe
def export_errors(request: HttpRequest, batch: str) -> HttpResponse:
    """The rows that did not come in, in the other house's own columns."""
    get_batch(batch)
    response = HttpResponse(write_errors_sheet(batch), content_type=EXCEL)
    response.headers["Content-Disposition"] = f'attachment; filename="errors-{batch}.xlsx"'
    return response


@needs_right("intake")
@needs_right("dispatch")
@require_POST
def undo_table(request: HttpRequest, batch: str) -> HttpResponseBase:
    """Take a table back as far as nobody has begun."""
    withdrawn = actions.undo_import(batch, actor=actor_of(request))
    words = ngettext("%(n)d case withdrawn.", "%(n)d cases withdrawn.", withdrawn) % {"n": withdrawn}
    messages.success(request, words + " " + _("Those somebody has begun stay."))
    return redirect("console:show_import", batch)
