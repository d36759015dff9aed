"""May somebody come in? Pure judgement about phones, codes, passwords and locks."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Denied, Invalid, Refusal, TooMany
from gongzhi.kernel.errors import gettext_noop as _

CODE_LIFE = timedelta(minutes=10)
CODE_TRIES = 5
CODE_PAUSE = timedelta(seconds=60)
CODES_PER_PHONE_AND_HOUR = 5
CODES_PER_ADDRESS_AND_HOUR = 30
REFUSALS_PER_ADDRESS = 20
TOTP_STEP = 30
RECOVERY_CODES = 10
TOKEN_LIFE_MAX = timedelta(days=730)

_MOBILE = re.compile(r"1[3-9]\d{9}")
_SCOPE = re.compile(r"[a-z][a-z-]*:[a-z][a-z-]*")
_SIGN_IN_NAME = re.compile(r"[a-z][a-z0-9._-]{2,39}")


class BadPhone(Invalid):
    """Not a mobile number of the mainland."""

    code = "bad-phone"
    sentence: object = _("Please give an 11-digit mobile number.")
    field = "phone"


class WrongCode(Refusal):
    """The code does not fit, is used up or too old. One sentence for all: nothing is to be learnt from it."""

    code = "wrong-code"
    sentence: object = _("That code does not fit or is too old. Please have a new one sent.")
    field = "code"
    status = 400


class WrongSignIn(Refusal):
    """One sentence for a wrong name, password or code and for a resting account: nothing is to be learnt."""

    code = "wrong-sign-in"
    sentence: object = _(
        "Name, password or code is not right. After several wrong tries an account rests for a while."
    )
    status = 400


class SecondFactorAsked(Refusal):
    """The password was right; the code of the authenticator app is missing."""

    code = "second-factor-asked"
    sentence: object = _("Please add the six digits your authenticator app shows.")
    field = "code"
    status = 400


class WeakPassword(Invalid):
    """The password is too easy to guess."""

    code = "weak-password"
    sentence: object = _("Please choose a longer password: at least ten signs, of three kinds.")
    field = "password"


class BadSignInName(Invalid):
    """The name to sign in with has unusual signs."""

    code = "bad-sign-in-name"
    sentence: object = _("A sign-in name has 3 to 40 small letters, digits, dots or dashes.")
    field = "sign_in_name"


class BadScope(Invalid):
    """A token needs at least one scope, each like `reports:write`."""

    code = "bad-scope"
    sentence: object = _("A key needs at least one permission, each of the form “reports:write”.")
    field = "scopes"


class BadTokenLife(Invalid):
    """A token ends, within two years."""

    code = "bad-token-life"
    sentence: object = _("A key must end within two years.")
    field = "expires_at"


@dataclass(frozen=True, slots=True)
class CodeTries:
    """What is known of the codes sent lately: when the last went to this phone, how many within the hour to
    this phone and from this network address."""

    last_sent: datetime | None
    to_phone: int
    from_address: int


def clean_phone(text: str) -> str:
    """A mobile number as people write it (+86, blanks, dashes, full-width digits) → 11 digits. Raises
    BadPhone."""
    plain = re.sub(r"[\s\-–—()（）]", "", unicodedata.normalize("NFKC", text))
    plain = re.sub(r"^(\+?86|0086)(?=1)", "", plain)
    if not plain.isascii() or not _MOBILE.fullmatch(plain):
        raise BadPhone()
    return plain


def clean_code(text: str) -> str:
    """A code as people type it → its digits."""
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", text))


def check_can_send_code(tries: CodeTries, *, now: datetime) -> None:
    """One code a minute, five an hour to a phone, thirty an hour from an address. Raises TooMany."""
    if tries.last_sent is not None and now - tries.last_sent < CODE_PAUSE:
        wait = CODE_PAUSE - (now - tries.last_sent)
        raise TooMany(wait_seconds=int(wait.total_seconds()) + 1)
    if tries.to_phone >= CODES_PER_PHONE_AND_HOUR or tries.from_address >= CODES_PER_ADDRESS_AND_HOUR:
        raise TooMany(wait_seconds=3600)


def check_may_knock(refused_lately: int) -> None:
    """One address may not try name after name. Raises TooMany."""
    if refused_lately >= REFUSALS_PER_ADDRESS:
        raise TooMany(wait_seconds=900)


def check_password_strong(password: str, *, names: Iterable[str] = ()) -> None:
    """Level-3 rules: at least ten signs of three kinds (small, capital, digit, other), or sixteen signs;
    not containing one's own names. Raises WeakPassword."""
    kinds = sum(
        1 for kind in (r"[a-z]", r"[A-Z]", r"\d", r"[^a-zA-Z\d]") if re.search(kind, password) is not None
    )
    long_enough = len(password) >= 16 or (len(password) >= 10 and kinds >= 3)
    own = any(name and len(name) > 2 and name.lower() in password.lower() for name in names)
    if not long_enough or own or len(set(password)) < 6:
        raise WeakPassword()


def clean_sign_in_name(text: str) -> str:
    """Small letters; raises BadSignInName."""
    name = unicodedata.normalize("NFKC", text).strip().lower()
    if not name.isascii() or not _SIGN_IN_NAME.fullmatch(name):
        raise BadSignInName()
    return name


def decide_lock(failed: int, *, limit: int, rest: timedelta, now: datetime) -> datetime | None:
    """Until when an account rests after its `failed`-th wrong answer in a row; None: it does not."""
    return now + rest if failed >= limit else None


def is_idle(seen: datetime, *, limit: timedelta, now: datetime) -> bool:
    """Whether a session was left alone for too long."""
    return now - seen > limit


def step_of(moment: datetime) -> int:
    """The 30-second step of a moment (RFC 6238)."""
    return int(moment.timestamp()) // TOTP_STEP


def check_scopes(scopes: Iterable[str]) -> frozenset[str]:
    """The scopes of a token; raises BadScope."""
    chosen = frozenset(scopes)
    if not chosen or any(not _SCOPE.fullmatch(scope) for scope in chosen) or len(" ".join(chosen)) > 400:
        raise BadScope()
    return chosen


def check_token_life(expires_at: datetime, *, now: datetime) -> None:
    """A token that never ends is a default password. Raises BadTokenLife."""
    if not now < expires_at <= now + TOKEN_LIFE_MAX:
        raise BadTokenLife()


def check_may_administer(actor: Actor, *, configures: bool) -> None:
    """Accounts of others are opened by the machine (set-up) or by whoever has the right `configure`."""
    if not actor.is_system and not configures:
        raise Denied()
