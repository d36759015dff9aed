"""Open an account for a member of staff."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.events import StaffCreated
from gongzhi.accounts.models import User, UserKind, UserState
from gongzhi.accounts.queries import has_power
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.kernel.refs import new_ref
from gongzhi.kernel.text import clean_line


@dataclass(frozen=True, slots=True)
class NewStaff:
    """Who is to sign in: a name of small letters, and the name shown to colleagues."""

    sign_in_name: str
    display_name: str


class NameTaken(Conflict):
    """Somebody else signs in under this name."""

    code = "name-taken"
    sentence: object = _("Somebody already signs in under this name.")
    field = "sign_in_name"


def create_staff(new: NewStaff, *, actor: Actor) -> int:
    """The id of the new account. It has no password: `set_first_password` makes one for the first day.
    Raises Denied, BadSignInName, NameTaken."""
    rules.check_may_administer(actor, configures=has_power(actor, "configure"))
    user = User(
        ref=new_ref(),
        kind=UserKind.STAFF,
        state=UserState.ACTIVE,
        sign_in_name=rules.clean_sign_in_name(new.sign_in_name),
        display_name=clean_line(new.display_name)[:60],
        must_change_password=True,
        created_at=clock.now(),
    )
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save(force_insert=True)
            record("staff-created", actor=actor, user_id=user.pk)
            announce(StaffCreated(user_id=user.pk))
    except IntegrityError as taken:
        raise NameTaken() from taken
    return user.pk
