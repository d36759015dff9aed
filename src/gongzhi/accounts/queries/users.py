"""Who an account belongs to, as far as this floor knows."""

from dataclasses import dataclass

from gongzhi.accounts.models import User, UserKind, UserState
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.crypto import all_hashes
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.text import mask_phone

PHONE = "accounts.phone"


@dataclass(frozen=True, slots=True)
class UserFacts:
    """An account without its secrets. `phone_masked` is 138****5678 or empty."""

    id: int
    ref: str
    kind: str
    display_name: str
    sign_in_name: str
    phone_masked: str
    language: str
    elder: bool
    closed: bool


def facts_of(user: User) -> UserFacts:
    """What may be shown of a row already read."""
    return UserFacts(
        id=user.pk,
        ref=user.ref,
        kind=user.kind,
        display_name=user.display_name,
        sign_in_name=user.sign_in_name or "",
        phone_masked=mask_phone(user.phone) if user.phone else "",
        language=user.language,
        elder=user.elder,
        closed=user.state == UserState.CLOSED,
    )


def get_user(user_id: int) -> UserFacts:
    """One account; raises NotFound."""
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise NotFound()
    return facts_of(user)


def get_phone(user_id: int) -> str:
    """The plain number of an account, for gateways and for `registry`, which logs every look; "" if none."""
    phone = User.objects.filter(pk=user_id).values_list("phone", flat=True).first()
    return phone or ""


def find_resident_by_phone(phone: str) -> int | None:
    """The account of a phone (11 digits), under every key of the ring."""
    return (
        User.objects.filter(phone_hash__in=all_hashes(phone, purpose=PHONE), state=UserState.ACTIVE)
        .values_list("pk", flat=True)
        .first()
    )


def list_staff() -> tuple[UserFacts, ...]:
    """Every open staff account, by sign-in name: for the administrator's page."""
    staff = User.objects.filter(kind=UserKind.STAFF, state=UserState.ACTIVE).order_by("sign_in_name")
    return tuple(facts_of(user) for user in staff)


def actor_for(user_id: int, *, source: str = "") -> Actor:
    """The acting person of a signed-in account."""
    return Actor(kind="person", user_id=user_id, source=source)
