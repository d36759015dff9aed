"""Choose one's own password."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.loading import lock_account
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.models import User, UserKind
from gongzhi.kernel.actors import Actor


def change_password(former: str, password: str, *, actor: Actor) -> User:
    """The acting member of staff signs in with `password` from now on; other sessions end (the door keeps
    this one with Django's `update_session_auth_hash`). Raises WrongSignIn, WeakPassword."""
    with transaction.atomic():
        user = lock_account(actor.user_id, kind=UserKind.STAFF)
        if not user.check_password(former):
            raise rules.WrongSignIn(field="former")
        _check_strong(password, former, user)
        user.set_password(password)
        user.must_change_password = False
        user.save(update_fields=["password", "must_change_password"])
        record("password-changed", actor=actor, user_id=user.pk)
    return user


def _check_strong(password: str, former: str, user: User) -> None:
    """Our rule, and Django's list of twenty thousand common passwords."""
    rules.check_password_strong(password, names=(user.sign_in_name or "", user.display_name))
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise rules.WeakPassword() from weak
    if password == former:
        raise rules.WeakPassword()
