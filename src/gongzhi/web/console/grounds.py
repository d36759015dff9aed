"""For which ground a setting may be made by whoever is signed in: everywhere, or one of their streets."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from gongzhi.kernel.errors import NotFound
from gongzhi.territory.queries import Level, list_places_under, list_roots
from gongzhi.web.console.reach import reach_of, rights_in


def grounds_to_set(request: HttpRequest, *, everywhere: str = "") -> list[tuple[str, str]]:
    """Choices of a select: everywhere first, where every root of the deployment is one's own."""
    rights = rights_in(request)
    own = [one for one in reach_of(request.user.pk) if rights.can_at("configure", one.path)]
    streets = [
        street
        for one in own
        for street in ([one] if one.level is Level.STREET else list_places_under(one.id, level=Level.STREET))
    ]
    whole = all(rights.can_at("configure", root.path) for root in list_roots())
    first = [(everywhere, _("everywhere"))] if whole else []
    return [*first, *((str(one.id), one.name) for one in streets)]


def may_set_everywhere(request: HttpRequest) -> bool:
    """Whether whoever asks may set what holds for the whole deployment."""
    return "0" in {code for code, _name in grounds_to_set(request, everywhere="0")}


def check_settings_of(request: HttpRequest, ground_id: int) -> None:
    """Raises NotFound for a ground (0: everywhere) somebody may not set up."""
    if str(ground_id) not in {code for code, _name in grounds_to_set(request, everywhere="0")}:
        raise NotFound()
