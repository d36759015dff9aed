"""Tables of the rulebook: overrides, chosen packs, imported days. Users and grounds are numbers here, as both
live on higher floors."""

from django.db import models
from django.db.models import Q


class Value(models.Model):
    """A ground's own value for a key, from a day on. Withdrawn ones stay, with who and when."""

    ground_id = models.BigIntegerField(default=0)
    key = models.CharField(max_length=100)
    value_text = models.CharField(max_length=500)
    unit = models.CharField(max_length=20)
    source = models.CharField(max_length=300)
    effective = models.DateField()
    by_id = models.BigIntegerField(null=True, blank=True)
    written_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ground_id", "key", "effective"],
                condition=Q(withdrawn_at=None),
                name="rulebook_one_value_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.ground_id}:{self.key} = {self.value_text} {self.unit}"


class PackChoice(models.Model):
    """Which pack a ground follows; the latest row counts, the former ones are its history."""

    ground_id = models.BigIntegerField(default=0)
    pack = models.CharField(max_length=40)
    by_id = models.BigIntegerField(null=True, blank=True)
    chosen_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["ground_id", "id"], name="rulebook_choice")]

    def __str__(self) -> str:
        return f"{self.ground_id} → {self.pack}"


class Day(models.Model):
    """A day the street imported: worked or not, whatever other tables say."""

    class Kind(models.TextChoices):
        WORK = "work"
        REST = "rest"

    date = models.DateField(unique=True)
    kind = models.CharField(max_length=4, choices=Kind.choices)
    source = models.CharField(max_length=300)
    by_id = models.BigIntegerField(null=True, blank=True)
    imported_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.date} {self.kind}"
