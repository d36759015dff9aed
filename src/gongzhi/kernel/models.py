"""Tables of the kernel: undelivered news, stored files, anchors, leases and stamps of configuration."""

from django.db import models
from django.db.models import Q


class Delivery(models.Model):
    """One event on its way to one subscriber, written in the transaction of its cause.

    `next_at` is when it may be taken; taking it moves `next_at` to the end of the lease, so work of a killed
    worker comes back by itself. `attempts` counts failed runs, `claims` how often it was taken since it last
    ran to an end.
    """

    class State(models.TextChoices):
        DUE = "due"
        DONE = "done"
        DEAD = "dead"

    event = models.CharField(max_length=100)
    subscriber = models.CharField(max_length=100)
    payload = models.TextField()
    state = models.CharField(max_length=4, choices=State.choices, default=State.DUE)
    attempts = models.PositiveSmallIntegerField(default=0)
    claims = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    taken_by = models.CharField(max_length=80, default="", blank=True)
    last_error = models.TextField(default="", blank=True)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_at", "id"], condition=Q(state="due"), name="delivery_due"),
            models.Index(fields=["id"], condition=Q(state="dead"), name="delivery_dead"),
            models.Index(fields=["done_at"], condition=Q(state="done"), name="delivery_done"),
        ]

    def __str__(self) -> str:
        return f"{self.event} → {self.subscriber} ({self.state})"


class File(models.Model):
    """One stored photo, recording or sheet. Its bytes lie under their digest outside the database."""

    class Kind(models.TextChoices):
        PHOTO = "photo"
        VOICE = "voice"
        SHEET = "sheet"
        DOCUMENT = "document"

    ref = models.CharField(max_length=12, unique=True)
    digest = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    seconds = models.PositiveIntegerField(default=0)
    owner_kind = models.CharField(max_length=40, default="", blank=True)
    owner_ref = models.CharField(max_length=40, default="", blank=True)
    by_id = models.BigIntegerField(null=True, blank=True)
    created_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["owner_kind", "owner_ref"], name="file_owner")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"


class Anchor(models.Model):
    """A day's digest over all chain heads. It also leaves the database, or whoever can write the table could
    rewrite it."""

    day = models.DateField(unique=True)
    head_digest = models.CharField(max_length=64)
    previous_digest = models.CharField(max_length=64, default="", blank=True)
    count = models.PositiveIntegerField()
    total = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.day} {self.head_digest[:12]}"


class Lease(models.Model):
    """Who may do a periodic chore now, and when it is due again: one row a chore."""

    name = models.CharField(max_length=100, unique=True)
    holder = models.CharField(max_length=80, default="", blank=True)
    until = models.DateTimeField()
    due_at = models.DateTimeField()
    ran_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    last_error = models.TextField(default="", blank=True)

    def __str__(self) -> str:
        return f"{self.name} until {self.until:%F %T}"


class Revision(models.Model):
    """The stamp of one kind of configuration; see revision.py."""

    name = models.CharField(max_length=60, unique=True)
    n = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.name} {self.n}"
