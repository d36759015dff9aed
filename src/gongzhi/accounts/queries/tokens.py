"""Keys to the API."""

from dataclasses import dataclass
from datetime import datetime

from gongzhi.accounts.models import ApiToken, UserState
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import digest
from gongzhi.kernel.finding import find_by


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
    """The holder of a key that is neither ended nor revoked. One query for a system, two for a person."""
    found = find_by(ApiToken, "digest", digest(secret))
    if found is None or found.revoked_at is not None or found.expires_at <= clock.now():
        return None
    if found.user is not None and found.user.state != UserState.ACTIVE:
        return None
    allowed = frozenset(found.scopes.split())
    actor = Actor(kind="token", user_id=found.user_id, scopes=allowed, token_id=found.pk, source="api")
    return TokenHolder(actor=actor, scopes=allowed, system_name=found.system_name)


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
