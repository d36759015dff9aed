"""Codes of the rooms in the reader's language, for selects, tables and plates."""

from collections.abc import Mapping

from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from gongzhi.parties.queries import OrganisationKind, SelfGovernment
from gongzhi.territory.queries import AreaKind, EstateKind, Level

LEVELS: Mapping[str, object] = {
    Level.DISTRICT: _("District"),
    Level.STREET: _("Street"),
    Level.COMMUNITY: _("Community"),
    Level.ESTATE: _("Estate"),
    Level.BUILDING: _("Building"),
    Level.ENTRANCE: _("Entrance"),
    Level.ROOM: _("Room"),
}
AREAS: Mapping[str, object] = {
    AreaKind.GRID1: _("Grid (L1)"),
    AreaKind.GRID2: _("Micro-grid (L2)"),
    AreaKind.SPECIAL: _("Special grid"),
    AreaKind.PATCH: _("Patch"),
    AreaKind.ROAD: _("Road section"),
    AreaKind.BRANCH: _("Party branch"),
}
ESTATES: Mapping[str, object] = {
    EstateKind.OLD: _("Old estate"),
    EstateKind.COMMERCIAL: _("Commercial estate"),
    EstateKind.RESETTLEMENT: _("Resettlement estate"),
    EstateKind.UNIT: _("Estate of a work unit"),
    EstateKind.VILLAGE: _("Village housing"),
    EstateKind.UNMANAGED: _("Without any manager"),
}
ORGANISATIONS: Mapping[str, object] = {
    OrganisationKind.PARTY: _("Party organisation"),
    OrganisationKind.SELF_GOVERNMENT: _("Residents' self-government"),
    OrganisationKind.PROPERTY: _("Property company"),
    OrganisationKind.SOCIAL: _("Social organisation"),
    OrganisationKind.VOLUNTEER: _("Volunteer team"),
    OrganisationKind.DEPARTMENT: _("Department"),
    OrganisationKind.PARTNER: _("Partner unit"),
}
COMMITTEES: Mapping[str, object] = {
    SelfGovernment.RESIDENTS_COMMITTEE: _("Residents' committee"),
    SelfGovernment.OWNERS_COMMITTEE: _("Owners' committee"),
    SelfGovernment.SELF_COMMITTEE: _("Self-management committee"),
}
TEAMS: Mapping[str, object] = {
    "patrol": _("Patrols"),
    "guide": _("Good manners in public"),
    "care": _("Care for neighbours"),
    "repair": _("Small repairs"),
    "green": _("Green and clean"),
    "fire": _("Fire safety"),
    "mediation": _("Mediation"),
    "school": _("Safe way to school"),
}
FAULTS: Mapping[str, object] = {
    "gap": _("Gap: nobody's ground"),
    "overlap": _("Overlap: claimed twice"),
    "outside": _("Outside its own ground"),
    "uncovered": _("Buildings on nobody's list"),
}


def reader_language() -> str:
    """`zh` or `en`, as domain texts carry them."""
    return "zh" if (get_language() or "zh").startswith("zh") else "en"


def say_value(value: str, unit: str) -> str:
    """A rule's value as one reads it: 1 working day, 08:30-17:30, yes."""
    if unit == "flag":
        return str(ANSWERS.get(value, value))
    counted = COUNTED.get(unit)
    return counted % {"n": int(value)} if counted and value.isdecimal() else value  # type: ignore[operator]


def area_kinds() -> list[tuple[str, object]]:
    """Kinds of duty areas with their names."""
    return list(AREAS.items())


def organisation_kinds() -> list[tuple[str, object]]:
    """Kinds of bodies with their names."""
    return list(ORGANISATIONS.items())


def self_governments() -> list[tuple[str, object]]:
    """Committees of self-government with their names."""
    return list(COMMITTEES.items())


CHANNELS: Mapping[str, object] = {
    "page": _("A resident's phone"),
    "entrance-head": _("The entrance head"),
    "window": _("The window"),
    "phone": _("A call"),
    "visit": _("A visit"),
    "patrol": _("A patrol"),
    "reception-day": _("Reception day"),
    "chat": _("A chat group"),
    "api": _("Another system"),
    "hotline": _("The hotline"),
    "meeting": _("A meeting"),
}
URGENCIES: Mapping[str, object] = {
    "critical": _("Critical"),
    "utility": _("Public utility"),
    "ordinary": _("Ordinary"),
    "complex": _("Complex"),
}
DUTIES: Mapping[str, object] = {
    "emergency": _("Emergencies"),
    "safety": _("Public safety"),
    "city-management": _("City management"),
    "housing": _("Housing"),
    "care": _("Care"),
    "party": _("Party work"),
}
UNITS: Mapping[str, object] = {
    "natural-hour": _("natural hours"),
    "natural-day": _("natural days"),
    "working-hour": _("working hours"),
    "working-day": _("working days"),
    "count": _("number"),
    "minutes": _("minutes"),
    "days": _("days"),
    "fraction": _("fraction"),
    "flag": _("yes or no"),
    "spans": _("times of day"),
    "list": _("list"),
    "text": _("words"),
}
COUNTED: Mapping[str, object] = {
    "natural-hour": ngettext_lazy("%(n)d natural hour", "%(n)d natural hours", "n"),
    "natural-day": ngettext_lazy("%(n)d natural day", "%(n)d natural days", "n"),
    "working-hour": ngettext_lazy("%(n)d working hour", "%(n)d working hours", "n"),
    "working-day": ngettext_lazy("%(n)d working day", "%(n)d working days", "n"),
    "minutes": ngettext_lazy("%(n)d minute", "%(n)d minutes", "n"),
    "days": ngettext_lazy("%(n)d day", "%(n)d days", "n"),
}
"""Units that are said with their number; what else a rule holds says itself (2/3, 08:30-17:30)."""
ANSWERS: Mapping[str, object] = {"yes": _("yes"), "no": _("no")}
RECORDS: Mapping[str, object] = {
    "signed-in": _("signed in"),
    "wrong-sign-in": _("sign-in refused"),
    "second-factor-asked": _("asked for the second factor"),
    "too-many": _("too many tries"),
    "code-sent": _("one-time code sent"),
    "code-refused": _("one-time code refused"),
    "codes-cleared": _("old codes cleared"),
    "records-cleared": _("old records cleared"),
    "staff-created": _("account opened"),
    "unlocked": _("unlocked"),
    "first-password-set": _("first password set"),
    "password-changed": _("password changed"),
    "second-factor-begun": _("second factor begun"),
    "second-factor-set": _("second factor set up"),
    "second-factor-reset": _("second factor reset"),
    "sessions-ended": _("signed out everywhere"),
    "token-issued": _("API key issued"),
    "token-revoked": _("API key revoked"),
    "typed-in": _("a phone typed in by staff"),
    "typed-in-many": _("phones typed in from a table"),
    "preferences-set": _("preferences changed"),
    "erased": _("account erased"),
}
SCOPES: Mapping[str, object] = {
    "reports:write": _("send reports"),
    "reports:read": _("read reports"),
    "cases:read": _("read cases"),
    "cases:write": _("act on cases"),
    "places:read": _("read places and areas"),
}
LOOKS: Mapping[str, object] = {
    "call-back": _("To call back about the result"),
    "arrange-visit": _("To arrange a visit"),
    "ask-place": _("To ask where it is"),
    "tell-result": _("To tell the result"),
    "danger": _("Danger to life"),
    "audit": _("Audit"),
    "own-request": _("On the person's own request"),
}
