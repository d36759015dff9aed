"""Versions of playbooks: a text that cases pin and nobody changes afterwards."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Origin(models.TextChoices):
    """Where a version came from."""

    LIBRARY = "library"
    DROPPED = "dropped"
    EDITED = "edited"


class Version(models.Model):
    """One version of one playbook. The text is never changed: an edit is a new version, and a case stays
    with the one it began under. `ground` is the street it holds for; none: everywhere."""

    name = models.CharField(max_length=64)
    n = models.PositiveIntegerField()
    yaml_text = models.TextField()
    digest = models.CharField(max_length=64)
    origin = models.CharField(max_length=16, choices=Origin.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ground = models.ForeignKey("territory.Place", null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "n"], name="playbooks_version_name_n"),
            models.CheckConstraint(condition=Q(n__gte=1), name="playbooks_version_n_from_one"),
            models.CheckConstraint(
                condition=Q(origin__in=["library", "dropped", "edited"]), name="playbooks_version_origin"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.n}"
