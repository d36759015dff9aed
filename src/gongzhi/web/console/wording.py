"""Codes of the rooms in the reader's language, for selects, tables and plates."""

from collections.abc import Mapping

from django.utils.translation import get_language
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
FAULTS: Mapping[str, object] = {
    "gap": _("Gap: nobody's ground"),
    "overlap": _("Overlap: claimed twice"),
    "outside": _("Outside its own ground"),
    "uncovered": _("Buildings on nobody's list"),
}


def reader_language() -> str:
    """`zh` or `en`, as domain texts carry them."""
    return "zh" if (get_language() or "zh").startswith("zh") else "en"


def area_kinds() -> list[tuple[str, object]]:
    """Kinds of duty areas with their names."""
    return list(AREAS.items())


def organisation_kinds() -> list[tuple[str, object]]:
    """Kinds of bodies with their names."""
    return list(ORGANISATIONS.items())


def self_governments() -> list[tuple[str, object]]:
    """Committees of self-government with their names."""
    return list(COMMITTEES.items())
