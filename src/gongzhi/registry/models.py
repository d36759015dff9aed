"""Who people are. Identities lie here and nowhere above."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from gongzhi.kernel.fields import SealedTextField


class Person(models.Model):
    """Someone who reports or is written to. A tombstone keeps the row, as history points at it, without
    anything that says who it was."""

    ref = models.CharField(max_length=12, unique=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    name = SealedTextField(purpose="registry.name", null=True)
    phone = SealedTextField(purpose="registry.phone", null=True)
    phone_hash = models.CharField(max_length=64, null=True)
    phone_key = models.CharField(max_length=32, default="", blank=True)
    created_at = models.DateTimeField()
    tombstone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["phone_hash"], name="person_by_phone")]
        constraints = [
            models.CheckConstraint(
                condition=Q(tombstone_at__isnull=True)
                | Q(name__isnull=True, phone__isnull=True, phone_hash__isnull=True),
                name="person_erased_is_empty",
            )
        ]

    def __str__(self) -> str:
        return self.ref


class LookPurpose(models.TextChoices):
    """Why somebody's name or number may be opened; read by the person looked at."""

    CALL_BACK = "call-back"
    ARRANGE_VISIT = "arrange-visit"
    ASK_PLACE = "ask-place"
    TELL_RESULT = "tell-result"
    DANGER = "danger"
    AUDIT = "audit"
    OWN_REQUEST = "own-request"


class LookWay(models.TextChoices):
    """What was done: name and number opened, or a number typed in to find its holder's reports."""

    CONTACT = "contact"
    NUMBER = "number"


class Look(models.Model):
    """Somebody opened a person's contact, or asked for the reports under a number: who, in which seat, why,
    for which case. Without a person: a number under which nobody is known; the number itself is not kept."""

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    seat = models.ForeignKey("parties.Seat", on_delete=models.PROTECT, related_name="+", null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True)
    way = models.CharField(max_length=10, choices=LookWay.choices, default=LookWay.CONTACT)
    purpose = models.CharField(max_length=20, choices=LookPurpose.choices)
    case_ref = models.CharField(max_length=12, default="", blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person", "at"], name="look_by_person"),
            models.Index(fields=["actor", "at"], name="look_by_actor"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(way="number"), name="look_at_somebody_or_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.at:%F %T}"

    def save(self, *args: Any, **options: Any) -> None:
        """Insert only: rows that tell on officials are neither changed nor removed."""
        if not self._state.adding:
            raise TypeError("looks are insert only")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """Insert only."""
        raise TypeError("looks are insert only")
