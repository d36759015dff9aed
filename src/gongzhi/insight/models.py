"""What insight keeps: matters proposed as topics. Lists of hot issues are worked out anew each time."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Held(models.TextChoices):
    """Where the wording of a topic stands before others may see it; empty: nothing holds it."""

    WAITING = "waiting"
    HIDDEN = "hidden"
    APPEALED = "appealed"


class ProposedTopic(models.Model):
    """A matter staff propose to deliberate about. The title is theirs, not a resident's words; while the
    speech check holds it (`held`), only they and those who decide read it. `taken_up` is the number of the
    case that deliberation opened for it, once it did. `key` is made by the page: what is sent twice under one
    is one topic; topics from before there were keys have none."""

    ref = models.CharField(max_length=12, unique=True)
    key = models.CharField(max_length=64, unique=True, null=True)
    title = models.CharField(max_length=120)
    place = models.ForeignKey("territory.Place", null=True, on_delete=models.PROTECT, related_name="+")
    by_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    held = models.CharField(max_length=8, choices=Held.choices, default="", blank=True)
    proposed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    taken_up = models.CharField(max_length=12, default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(taken_up=""), name="topic_withdrawn_or_taken_up"
            ),
            models.CheckConstraint(condition=Q(held__in=("", *Held.values)), name="topic_held_known"),
            models.CheckConstraint(condition=Q(held="") | Q(taken_up=""), name="topic_held_or_taken_up"),
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


class SentReply(models.Model):
    """What was found in an answer that residents were sent: figures and codes, no words. `seq` is the entry
    of the case's history that holds the words; `shown`: whoever wrote it had seen what was missing;
    `solved`: what was said of the result after it, None where nothing was."""

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    seq = models.PositiveIntegerField()
    seat = models.ForeignKey("parties.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    relevance = models.PositiveSmallIntegerField()
    missing = models.CharField(max_length=120, default="", blank=True)
    shown = models.BooleanField(default=False)
    solved = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "seq"], name="sent_reply_once"),
            models.CheckConstraint(condition=Q(relevance__lte=100), name="sent_reply_in_percent"),
        ]
        indexes = [models.Index(fields=["sent_at"], name="sent_reply_at")]

    def __str__(self) -> str:
        return f"{self.case_id}:{self.seq}"
