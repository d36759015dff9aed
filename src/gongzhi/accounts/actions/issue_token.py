"""Hand out a key to the API."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.events import TokenIssued
from gongzhi.accounts.models import ApiToken
from gongzhi.accounts.queries import has_power
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import digest
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.events import announce
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.text import clean_line


@dataclass(frozen=True, slots=True)
class NewToken:
    """For whom (a person, or a system by name), what for, and until when."""

    scopes: Iterable[str]
    expires_at: datetime
    user_id: int | None = None
    system_name: str = ""


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """The key itself, told this once; `ref` names it from now on."""

    ref: str
    secret: str


def issue_token(new: NewToken, *, actor: Actor) -> IssuedToken:
    """A new key. People may make one for themselves; for others and for systems it needs the right to
    configure. Raises Denied, BadScope, BadTokenLife, Invalid."""
    if new.user_id is None or new.user_id != actor.user_id or actor.kind != "person":
        rules.check_may_administer(actor, configures=has_power(actor, "configure"))
    scopes = rules.check_scopes(new.scopes)
    rules.check_token_life(new.expires_at, now=clock.now())
    system_name = clean_line(new.system_name)[:60]
    if (new.user_id is None) == (not system_name):
        raise Invalid(field="system_name")
    secret = f"gz_{secrets.token_urlsafe(32)}"
    with transaction.atomic():
        token = ApiToken.objects.create(
            ref=new_ref(),
            digest=digest(secret),
            user_id=new.user_id,
            system_name=system_name,
            scopes=" ".join(sorted(scopes)),
            issued_by_id=actor.user_id,
            created_at=clock.now(),
            expires_at=new.expires_at,
        )
        record("token-issued", actor=actor, user_id=new.user_id)
        announce(TokenIssued(token_ref=token.ref))
    return IssuedToken(ref=token.ref, secret=secret)
