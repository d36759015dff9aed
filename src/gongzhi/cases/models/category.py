"""What a matter is about, and how urgent matters of that kind are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Urgency(models.TextChoices):
    """The four classes of Beijing 12345 practice; their limits lie in the rule pack."""

    CRITICAL = "critical", _("Critical")
    UTILITY = "utility", _("Public utility")
    ORDINARY = "ordinary", _("Ordinary")
    COMPLEX = "complex", _("Complex")


class Category(models.Model):
    """One of the street's kinds of matter, under one of its scenarios. Its names are domain data: both
    languages lie in the row. `common`: it concerns more than one household, so more than one is asked."""

    code = models.CharField(max_length=60, unique=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    scenario = models.CharField(max_length=40)
    name_zh = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    words_text = models.TextField(default="[]")  # JSON list of words that point here
    urgency = models.CharField(max_length=12, choices=Urgency.choices, default=Urgency.ORDINARY)
    common = models.BooleanField(default=True)
    sort_no = models.IntegerField(default=0)
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(urgency__in=Urgency.values), name="category_urgency_known"
            )
        ]
        ordering = ["sort_no", "code"]

    def __str__(self) -> str:
        return self.code
