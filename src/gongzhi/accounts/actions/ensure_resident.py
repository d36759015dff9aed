"""The account of a phone, opened if it is new."""

from django.db import IntegrityError, transaction

from gongzhi.accounts import rules
from gongzhi.accounts.actions.recording import record
from gongzhi.accounts.events import ResidentJoined
from gongzhi.accounts.models import User, UserKind, UserState
from gongzhi.accounts.queries.users import PHONE
from gongzhi.kernel import clock
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import all_hashes, keyed_hash
from gongzhi.kernel.events import announce
from gongzhi.kernel.refs import new_ref


def ensure_resident(phone: str, *, actor: Actor) -> int:
    """The account id for a caller's phone that staff typed in. Raises BadPhone."""
    number = rules.clean_phone(phone)
    with transaction.atomic():
        user = admit_phone(number)
        record("typed-in", actor=actor, user_id=user.pk)
    return user.pk


def admit_phone(number: str) -> User:
    """Find or open the account of 11 digits. Two first requests at once: the unique hash decides, the loser
    reads the winner's row."""
    hashes = all_hashes(number, purpose=PHONE)
    user = User.objects.filter(phone_hash__in=hashes).first()
    if user is not None:
        return user
    try:
        with transaction.atomic():
            user = _open(number)
    except IntegrityError:
        return User.objects.get(phone_hash__in=hashes)
    announce(ResidentJoined(user_id=user.pk))
    return user


def fresh_resident(number: str) -> User:
    """An unsaved account of a phone, without any password."""
    phone_hash, key_id = keyed_hash(number, purpose=PHONE)
    user = User(
        ref=new_ref(),
        kind=UserKind.RESIDENT,
        state=UserState.ACTIVE,
        phone=number,
        phone_hash=phone_hash,
        phone_key=key_id,
        created_at=clock.now(),
    )
    user.set_unusable_password()
    return user


def _open(number: str) -> User:
    user = fresh_resident(number)
    user.save(force_insert=True)
    return user
