"""Who may sign in, and by which secrets. No names of residents: those lie in `registry`."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from gongzhi.kernel.crypto import digest
from gongzhi.kernel.fields import SealedTextField


class UserKind(models.TextChoices):
    """How a person proves who they are: residents by phone, staff by password and second factor."""

    RESIDENT = "resident"
    STAFF = "staff"


class UserState(models.TextChoices):
    """Closed accounts stay as rows, since history points at them."""

    ACTIVE = "active"
    CLOSED = "closed"


class Accounts(BaseUserManager["User"]):
    """Django's sessions look accounts up by `ref`."""


class User(AbstractBaseUser):
    """An account. What its holder may do comes from the seats held (`parties`), never from here."""

    ref = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=8, choices=UserKind.choices)
    state = models.CharField(max_length=8, choices=UserState.choices, default=UserState.ACTIVE)
    sign_in_name = models.CharField(max_length=40, null=True)
    display_name = models.CharField(max_length=60, default="", blank=True)
    phone = SealedTextField(purpose="accounts.phone", null=True)
    phone_hash = models.CharField(max_length=64, null=True)
    phone_key = models.CharField(max_length=32, default="", blank=True)
    wx_openid_hash = models.CharField(max_length=64, null=True)
    language = models.CharField(max_length=8, default="zh-hans")
    elder = models.BooleanField(default=False)
    session_stamp = models.CharField(max_length=32, default="", blank=True)
    must_change_password = models.BooleanField(default=False)
    second_factor_since = models.DateTimeField(null=True)
    failed_count = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    last_seen = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "ref"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Accounts] = Accounts()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["phone_hash"], condition=Q(phone_hash__isnull=False), name="user_phone_once"
            ),
            models.UniqueConstraint(
                fields=["sign_in_name"],
                condition=Q(sign_in_name__isnull=False),
                name="user_sign_in_name_once",
            ),
            models.UniqueConstraint(
                fields=["wx_openid_hash"], condition=Q(wx_openid_hash__isnull=False), name="user_wechat_once"
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    def get_session_auth_hash(self) -> str:
        """What a session is bound to: the password, and a stamp that is changed to sign out everywhere."""
        return digest(f"{self.session_stamp}:{super().get_session_auth_hash()}")

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under former signing keys."""
        for former in super().get_session_auth_fallback_hash():
            yield digest(f"{self.session_stamp}:{former}")

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Django's sessions ask this before they believe a cookie."""
        return self.state == UserState.ACTIVE

    @property
    def is_staff(self) -> bool:
        """Signs in with password and second factor."""
        return self.kind == UserKind.STAFF

    def is_locked(self, now: datetime) -> bool:
        """Too many wrong answers lately."""
        return self.locked_until is not None and now < self.locked_until


class SecondFactor(models.Model):
    """The authenticator app of a member of staff. `last_step` makes each code good once only."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    secret = SealedTextField(purpose="accounts.second-factor")
    confirmed_at = models.DateTimeField(null=True)
    last_step = models.BigIntegerField(default=0)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"second factor of {self.user_id}"


class RecoveryCode(models.Model):
    """A code on paper for the day the phone is lost; good once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="recovery_code_once")]

    def __str__(self) -> str:
        return f"recovery code of {self.user_id}"


class OneTimeCode(models.Model):
    """A code sent to a phone. Only keyed hashes: who holds the table learns neither phone nor code."""

    phone_hash = models.CharField(max_length=64)
    address_hash = models.CharField(max_length=64, default="", blank=True)
    digest = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["phone_hash", "created_at"], name="code_by_phone"),
            models.Index(fields=["address_hash", "created_at"], name="code_by_address"),
            models.Index(fields=["created_at"], name="code_by_age"),
        ]

    def __str__(self) -> str:
        return f"code of {self.created_at:%F %T}"


class ApiToken(models.Model):
    """A key to the API held by a person or by a named system. Only its digest is kept."""

    ref = models.CharField(max_length=12, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", null=True)
    system_name = models.CharField(max_length=60, default="", blank=True)
    scopes = models.CharField(max_length=400, default="", blank=True)
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, system_name="") | Q(user__isnull=True) & ~Q(system_name=""),
                name="token_has_one_holder",
            )
        ]

    def __str__(self) -> str:
        return f"token {self.ref}"


class AccessRecord(models.Model):
    """What happened at the door, for the auditor: insert only, kept at least six months (level-3 rules)."""

    kind = models.CharField(max_length=40)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    by_user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    address_hash = models.CharField(max_length=64, default="", blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["user", "at"], name="access_by_user"),
            models.Index(fields=["address_hash", "at"], name="access_by_address"),
            models.Index(fields=["at"], name="access_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%F %T}"
