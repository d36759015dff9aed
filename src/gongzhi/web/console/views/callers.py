"""Somebody rings: “I reported something last week.”"""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from gongzhi.cases.queries import list_cases_of_caller
from gongzhi.kernel.errors import Refusal
from gongzhi.registry import actions as registry
from gongzhi.web.console.desk import show
from gongzhi.web.console.forms_intake import CallerForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.numbers import find_number
from gongzhi.web.console.rows import lines_of
from gongzhi.web.doors import actor_of


@needs_right("find-caller")
@require_http_methods(["GET", "POST"])
def find_caller(request: HttpRequest) -> HttpResponse:
    """A caller's reports on one's ground. The number travels in the body alone and is not shown again; that
    nobody is known and that nothing of theirs lies here read the same."""
    form = _form_of(request)
    if not form.is_valid():
        return _show(request, form, {}, 400 if form.is_bound else 200)
    try:
        found = registry.find_caller(**form.cleaned_data, actor=actor_of(request))
    except Refusal as refusal:
        form.add_error(refusal.field, str(refusal))
        return _show(request, form, {}, refusal.status)
    rows = list_cases_of_caller(actor_of(request), found.person_id) if found else ()
    filled = {"asked": True, "caller": found if rows else None, "lines": lines_of(rows)}
    return _show(request, CallerForm(), filled)


def _form_of(request: HttpRequest) -> CallerForm:
    """Bound when it was sent; from the search box the number alone arrives, and the purpose is asked for."""
    if request.method == "GET":
        return CallerForm()
    if "q" in request.POST:
        return CallerForm(initial={"phone": find_number(request.POST["q"])})
    return CallerForm(request.POST)


def _show(
    request: HttpRequest, form: CallerForm, filled: Mapping[str, object], status: int = 200
) -> HttpResponse:
    return show(
        request, "console/find_caller.html", {"form": form, **filled}, section="intake", status=status
    )
