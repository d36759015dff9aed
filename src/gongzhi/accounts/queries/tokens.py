"""Keys to the API."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from gongzhi.accounts.models import ApiToken, UserState
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import digest


@dataclass(frozen=True, slots=True)
class TokenHolder:
    """Who holds a key: a person (`actor.user_id`) or a named system."""

    actor: Actor
    scopes: frozenset[str]
    system_name: str = ""


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """A key as its page shows it; the key itself is known to its holder only."""

    ref: str
    user_id: int | None
    system_name: str
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None


def find_token(secret: str) -> TokenHolder | None:
    """The holder of a key that is neither ended nor revoked. One query."""
    held = ApiToken.objects.filter(
        Q(user__isnull=True) | Q(user__state=UserState.ACTIVE),
        digest=digest(secret),
        revoked_at__isnull=True,
        expires_at__gt=clock.now(),
    )
    found = next(iter(held.values_list("pk", "user_id", "system_name", "scopes")), None)
    if found is None:
        return None
    token_id, user_id, system_name, scopes = found
    allowed = frozenset(scopes.split())
    actor = Actor(kind="token", user_id=user_id, scopes=allowed, token_id=token_id, source="api")
    return TokenHolder(actor=actor, scopes=allowed, system_name=system_name)


def list_token_ids_like(token_id: int) -> frozenset[int]:
    """This key and every other one the same system ever held: a renewed key is the same sender. One query."""
    named = ApiToken.objects.filter(pk=token_id, user__isnull=True).values("system_name")
    rows = ApiToken.objects.filter(user__isnull=True, system_name__in=named)
    return frozenset(rows.values_list("pk", flat=True))


def list_tokens() -> tuple[TokenFacts, ...]:
    """Every key, newest first."""
    rows = ApiToken.objects.order_by("-created_at", "-pk").values_list(
        "ref", "user_id", "system_name", "scopes", "created_at", "expires_at", "revoked_at"
    )
    return tuple(
        TokenFacts(ref, user_id, name, tuple(scopes.split()), created, expires, revoked)
        for ref, user_id, name, scopes, created, expires, revoked in rows
    )
