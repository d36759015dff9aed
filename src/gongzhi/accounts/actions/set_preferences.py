"""Language and large print."""

from django.conf import settings
from django.db import transaction

from gongzhi.accounts.actions.loading import lock_account
from gongzhi.accounts.actions.recording import record
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Invalid


def set_preferences(*, actor: Actor, language: str | None = None, elder: bool | None = None) -> None:
    """What the acting person prefers; None leaves it as it is. Raises Invalid for an unknown language."""
    if language is not None and language not in dict(settings.LANGUAGES):
        raise Invalid(field="language")
    with transaction.atomic():
        user = lock_account(actor.user_id)
        user.language = language or user.language
        user.elder = user.elder if elder is None else elder
        user.save(update_fields=["language", "elder"])
        record("preferences-set", actor=actor, user_id=user.pk)
