"""The ground from a file: looked at first, then brought in, taken back as a whole."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongzhi.kernel import files
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.territory import actions
from gongzhi.territory.queries import (
    BatchFacts,
    ImportPreview,
    column_names,
    faulty_rows_sheet,
    list_batches,
    preview_import,
    template_sheet,
)
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import names_of_staff
from gongzhi.web.console.filling import complain, press, typed
from gongzhi.web.console.forms_ground import ImportForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of
from gongzhi.web.console.wording import AREAS, LEVELS, reader_language
from gongzhi.web.doors import actor_of

OWNER = "territory.import"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FAULTS_SHOWN = 100


@dataclass(frozen=True)
class BatchLine:
    """A file brought in, with its author's name."""

    batch: BatchFacts
    author: str


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def import_territory(request: HttpRequest) -> HttpResponse:
    """Choose a file; what was brought in before, to take back."""
    check_settings_of(request, 0)
    form = ImportForm(typed(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            kept = files.store_sheet(sent, owner_kind=OWNER, by=request.user.pk)
            preview_import(_content(kept.ref), sent.name)
        except Refusal as refusal:
            complain(form, refusal)
        else:
            request.session[OWNER] = {**request.session.get(OWNER, {}), kept.ref: sent.name}
            return redirect("console:preview_territory", file_ref=kept.ref)
    names = names_of_staff()
    lines = [BatchLine(one, names.get(one.by_user_id or 0, "")) for one in list_batches()]
    filled = {"form": form, "lines": lines, "may_configure": True}
    return show(request, "console/import.html", filled, section="posts", status=400 if form.errors else 200)


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def preview_territory(request: HttpRequest, file_ref: str) -> HttpResponse:
    """What the file would do; sent back, it is done."""
    check_settings_of(request, 0)
    name = _name_of(request, file_ref)
    content = _content(file_ref)
    if request.method == "POST":
        return press(
            request,
            lambda: actions.import_territory(
                content, name, skip_faulty="skip" in request.POST, actor=actor_of(request)
            ),
            back=reverse("console:import_territory"),
            done=_("Brought in: it holds at once. It can be taken back below."),
        )
    preview, columns = preview_import(content, name), column_names(reader_language())
    filled = {
        "name": name,
        "file_ref": file_ref,
        "preview": preview,
        "counts": _counted(preview),
        "understood": [(columns.get(field, field), head) for field, head in preview.mapping.items()],
        "faults": [(one, columns.get(one.column, one.column)) for one in preview.faults[:FAULTS_SHOWN]],
        "may_configure": True,
    }
    return show(request, "console/import_preview.html", filled, section="posts")


def _counted(preview: ImportPreview) -> list[tuple[object, int]]:
    """How many of each level and kind are new, by name."""
    names = {str(code): name for code, name in {**LEVELS, **AREAS}.items()}
    return [(names.get(str(code), code), n) for code, n in preview.counts.items() if n]


@needs_right("configure")
@require_safe
def import_faults(request: HttpRequest, file_ref: str) -> HttpResponse:
    """The rows to correct, as a table to send back to the office."""
    check_settings_of(request, 0)
    name = _name_of(request, file_ref)
    rows = faulty_rows_sheet(_content(file_ref), name, heading=_("What to do"))
    return _table(rows, "faults.xlsx")


@needs_right("configure")
@require_safe
def import_template(request: HttpRequest) -> HttpResponse:
    """An empty table with the columns that are understood."""
    check_settings_of(request, 0)
    return _table(template_sheet(reader_language()), "template.xlsx")


@needs_right("configure")
@require_POST
def undo_import(request: HttpRequest, batch: str) -> HttpResponse:
    """Take back what a file made."""
    check_settings_of(request, 0)
    return press(
        request,
        lambda: actions.undo_import(batch, actor=actor_of(request)),
        back=reverse("console:import_territory"),
        done=_("Taken back."),
    )


def _name_of(request: HttpRequest, ref: str) -> str:
    """What a file sent in this session was called. Raises NotFound for any other."""
    sent = request.session.get(OWNER, {})
    if ref not in sent:
        raise NotFound()
    return str(sent[ref])


def _content(ref: str) -> bytes:
    with files.open_file(ref) as stored:
        return stored.read()


def _table(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=EXCEL)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
