"""What insight keeps: matters proposed as topics. Lists of hot issues are worked out anew each time."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ProposedTopic(models.Model):
    """A matter staff propose to deliberate about. The title is theirs, not a resident's words; `taken_up` is
    the number of the case that deliberation opened for it, once it did."""

    ref = models.CharField(max_length=12, unique=True)
    title = models.CharField(max_length=120)
    place = models.ForeignKey("territory.Place", null=True, on_delete=models.PROTECT, related_name="+")
    by_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    taken_up = models.CharField(max_length=12, default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(taken_up=""), name="topic_withdrawn_or_taken_up"
            )
        ]

    def __str__(self) -> str:
        return self.title


class TopicReport(models.Model):
    """A report that stands behind a proposed topic: a key, no words."""

    topic = models.ForeignKey(ProposedTopic, on_delete=models.CASCADE, related_name="reports")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "case"], name="topic_report_once")]

    def __str__(self) -> str:
        return f"{self.topic_id} {self.case_id}"
