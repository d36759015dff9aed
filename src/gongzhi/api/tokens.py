"""Who calls: a person or a system by its token."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import AuthorizationError
from ninja.security import HttpBearer

from gongzhi.accounts.queries import find_token
from gongzhi.kernel.actors import Actor


class Scoped(HttpBearer):
    """A bearer token that carries one scope, for example `reports:write`."""

    openapi_name = "token"

    def __init__(self, scope: str) -> None:
        self.scope = scope
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor, kept as `request.auth`. Raises AuthorizationError without the scope."""
        holder = find_token(token)
        if holder is None:
            return None
        if self.scope not in holder.scopes:
            raise AuthorizationError(403, _("This token lacks the scope %(scope)s.") % {"scope": self.scope})
        return holder.actor


WRITE_REPORTS = Scoped("reports:write")
READ_REPORTS = Scoped("reports:read")
READ_CASES = Scoped("cases:read")
WRITE_CASES = Scoped("cases:write")
READ_PLACES = Scoped("places:read")


def actor_of(request: HttpRequest) -> Actor:
    """The actor that `Scoped` has found."""
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return actor
