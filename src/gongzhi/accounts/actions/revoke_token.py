"""Take a key to the API back."""

from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.events import TokenRevoked
from gongzhi.accounts.models import ApiToken
from gongzhi.accounts.queries import has_power
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.events import announce


def revoke_token(ref: str, *, actor: Actor) -> None:
    """The key opens nothing from now on; revoking twice changes nothing. Raises Denied, NotFound."""
    with transaction.atomic():
        token = ApiToken.objects.select_for_update().filter(ref=ref).first()
        if token is None:
            raise NotFound()
        if token.user_id is None or token.user_id != actor.user_id:
            rules.check_may_administer(actor, configures=has_power(actor, "configure"))
        if token.revoked_at is None:
            token.revoked_at = clock.now()
            token.save(update_fields=["revoked_at"])
            record("token-revoked", actor=actor, user_id=token.user_id)
            announce(TokenRevoked(token_ref=token.ref))
