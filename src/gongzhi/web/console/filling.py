"""One way for every change made in the console: a page with one form, or a button; refusals stand beside the
field they name, what was typed stays, and what happened is said afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from gongzhi.kernel.errors import Denied, Invalid, NotFound, Refusal
from gongzhi.web.console.desk import show


@dataclass(frozen=True)
class Sheet:
    """A form as a page of its own: the menu entry it belongs to, its title, the words on its button, where
    one goes afterwards, what is said then. `note` stands above the form; `grave` acts are marked as such."""

    section: str
    title: str
    back: str
    button: str
    done: str
    note: str = ""
    grave: bool = False
    template: str = "console/fill_in.html"
    more: Mapping[str, object] = field(default_factory=dict)


def typed(request: HttpRequest) -> QueryDict | None:
    """What was sent, for a form; None while it is only being opened."""
    return request.POST if request.method == "POST" else None


def fill_in(
    request: HttpRequest, form: forms.Form, sheet: Sheet, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Show the form; when it comes back filled in, act and go on. Outsiders: NotFound, Denied."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refusal as refusal:
            complain(form, refusal)
        else:
            messages.success(request, sheet.done)
            return redirect(sheet.back)
    filled = {"form": form, "sheet": sheet, **sheet.more}
    return show(request, sheet.template, filled, section=sheet.section, status=400 if form.errors else 200)


def complain(form: forms.Form, refusal: Refusal) -> None:
    """Put a refusal beside the field it names. What outsiders may not know of is raised on."""
    if is_closed(refusal):
        raise refusal
    if isinstance(refusal, Invalid):
        for name, sentence in refusal.errors.items():
            form.add_error(name if name in form.fields else None, sentence)
        return
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


def press(request: HttpRequest, act: Callable[[], object], *, back: str, done: str) -> HttpResponse:
    """A button: act, say what happened or why not, go back. Raises NotFound and Denied for outsiders."""
    try:
        act()
    except Refusal as refusal:
        if is_closed(refusal):
            raise
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(back)


def is_closed(refusal: Refusal) -> bool:
    """Whether whoever asks is not even to know that there is something."""
    return type(refusal) in (Denied, NotFound) or isinstance(refusal, NotFound)
