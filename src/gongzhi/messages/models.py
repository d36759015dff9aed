"""Who was told what, by which channel; and the street's own wording."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from gongzhi.kernel import clock


class Message(models.Model):
    """One message to one account by one channel. It names the case and the template, never a resident's
    words; `facts_text` is the JSON that fills the template when it is read."""

    class Channel(models.TextChoices):
        IN_APP = "in-app"
        SMS = "sms"

    class State(models.TextChoices):
        QUEUED = "queued"
        SENT = "sent"
        FAILED = "failed"

    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    template = models.CharField(max_length=40)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    state = models.CharField(max_length=8, choices=State.choices)
    case_ref = models.CharField(max_length=12, blank=True, default="")
    facts_text = models.TextField(default="{}")
    urgent = models.BooleanField(default=False)
    dedupe_key = models.CharField(max_length=200, unique=True)
    provider_no = models.CharField(max_length=80, blank=True, default="")
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["to", "-id"], condition=Q(channel="in-app"), name="message_inbox"),
            models.Index(fields=["to"], condition=Q(channel="in-app", read_at=None), name="message_unread"),
            models.Index(fields=["id"], condition=Q(state="queued"), name="message_queued"),
        ]

    def __str__(self) -> str:
        return f"{self.template} → {self.to_id} ({self.channel}, {self.state})"


class Wording(models.Model):
    """The street's own text of a template. The newest row counts; older ones stay readable."""

    template = models.CharField(max_length=40)
    zh = models.TextField()
    en = models.TextField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["template", "-id"], name="wording_newest")]

    def __str__(self) -> str:
        return self.template
