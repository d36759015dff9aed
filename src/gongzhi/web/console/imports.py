"""Tables of other houses on their way in: which column is what, and whether someone may bring them in."""

from collections.abc import Mapping
from typing import Protocol

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from gongzhi.intake.queries import FIELDS

NAMES = {
    "number": _("Their number"),
    "title": _("Title"),
    "words": _("What is reported"),
    "received": _("Came in"),
    "due": _("Deadline"),
    "category": _("Their category"),
    "phone": _("Telephone"),
    "address": _("Address"),
    "lat": _("Latitude"),
    "lng": _("Longitude"),
}


class _Rights(Protocol):
    def can(self, right: str) -> bool: ...


def may_import(rights: _Rights) -> bool:
    """Whoever takes reports in for others and gives them on."""
    return rights.can("intake") and rights.can("dispatch")


def columns_of(typed: QueryDict) -> dict[str, str]:
    """Our field → their column, as chosen in the form; what is left open is left out."""
    chosen = {name: typed.get(f"column-{name}", "") for name in FIELDS}
    return {name: column for name, column in chosen.items() if column}


def mapping_rows(columns: Mapping[str, str]) -> list[tuple[str, object, str]]:
    """(field, its name, their column) for every field, in order."""
    return [(name, NAMES[name], columns.get(name, "")) for name in FIELDS]
