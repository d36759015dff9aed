"""The words of messages, in both languages."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gongzhi.messages.actions import reword_template as reword
from gongzhi.messages.queries import get_template, list_templates, list_wordings
from gongzhi.web.console.desk import show
from gongzhi.web.console.fields import names_of_staff
from gongzhi.web.console.filling import Sheet, fill_in, typed
from gongzhi.web.console.forms_setup import WordingForm
from gongzhi.web.console.gate import needs_right
from gongzhi.web.console.grounds import check_settings_of, grounds_to_set
from gongzhi.web.doors import actor_of


@needs_right("configure", "audit")
@require_safe
def list_message_words(request: HttpRequest) -> HttpResponse:
    """Every message, its words now, and who changed them last."""
    names, last = names_of_staff(), {one.template: one for one in reversed(list_wordings())}
    lines = [
        (one, last.get(code), names.get(last[code].author_id or 0, "") if code in last else "")
        for code, one in sorted(list_templates().items())
    ]
    may_configure = "0" in {code for code, _name in grounds_to_set(request, everywhere="0")}
    filled = {"lines": lines, "may_configure": may_configure}
    return show(request, "console/wordings.html", filled, section="settings")


@needs_right("configure")
@require_http_methods(["GET", "POST"])
def reword_template(request: HttpRequest, code: str) -> HttpResponse:
    """Other words; `?former=` begins with an earlier text, so that it can be put back."""
    check_settings_of(request, 0)
    template, names = get_template(code), names_of_staff()
    former = [one for one in list_wordings() if one.template == code]
    begun = next((one for one in former if str(one.id) == request.GET.get("former")), template)
    form = WordingForm(typed(request), initial={"zh": begun.zh, "en": begun.en})
    sheet = Sheet(
        "settings",
        _("Words of “%(code)s”") % {"code": code},
        reverse("console:list_wordings"),
        _("Save"),
        _("Saved: the next message says it so."),
        note=_("Names in braces are filled in. Use only those that stand there now."),
        template="console/reword.html",
        more={"former": [(one, names.get(one.author_id or 0, "")) for one in former]},
    )
    return fill_in(
        request, form, sheet, lambda said: reword(code, zh=said["zh"], en=said["en"], actor=actor_of(request))
    )
