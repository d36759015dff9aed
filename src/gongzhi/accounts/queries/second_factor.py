"""What a member of staff still has to do before any work."""

from dataclasses import dataclass

from django.conf import settings

from gongzhi.accounts.models import User, UserKind


@dataclass(frozen=True, slots=True)
class SignInGaps:
    """Doors let someone with a gap only to the page that closes it."""

    must_enrol: bool
    must_change_password: bool

    def __bool__(self) -> bool:
        return self.must_enrol or self.must_change_password


def sign_in_gaps(user: User) -> SignInGaps:
    """From the row a session has read anyway: no query. The demo asks for no second factor."""
    if user.kind != UserKind.STAFF:
        return SignInGaps(must_enrol=False, must_change_password=False)
    return SignInGaps(
        must_enrol=user.second_factor_since is None and not settings.GONGZHI_DEMO,
        must_change_password=user.must_change_password,
    )
