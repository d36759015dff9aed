"""What happened: append-only events, the residents' words beside them, the steps gone through."""

from django.db import models
from django.db.models import Q

from gongzhi.cases.models.case import Case


class Event(models.Model):
    """One entry of a case's history: canonical JSON text, chained by SHA-256. Inserted, never changed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=32)
    seat = models.ForeignKey(
        "parties.Seat", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    by_user = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    body_text = models.TextField()
    prev = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="event_seq_once")]

    def __str__(self) -> str:
        return f"{self.case_id}:{self.seq} {self.kind}"


class Remark(models.Model):
    """Words people wrote, apart from the chain: the event holds only their keyed digest. Erasing text and
    key together leaves the chain whole and the words unfindable."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)  # report, note, reason, answer, remark
    audience = models.CharField(max_length=12)  # reporter, internal, public
    text = models.TextField()
    key = models.CharField(max_length=64)
    erased_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(audience__in=("reporter", "internal", "public")), name="remark_audience_known"
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(text="", key=""), name="remark_erased_is_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"remark {self.pk}"


class StepRun(models.Model):
    """One passage through a step; within a fan-out also one row for each party's share (`item_ref`).
    The limit it was given is kept, so that an imported calendar can compute the promise anew."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    step = models.CharField(max_length=60)
    n = models.PositiveIntegerField()
    item_ref = models.CharField(max_length=40, default="")
    seat = models.ForeignKey(
        "parties.Seat", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    started_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    limit_from = models.DateTimeField()
    limit_key = models.CharField(max_length=40, default="")
    limit_amount = models.PositiveIntegerField(null=True)
    limit_unit = models.CharField(max_length=16, default="")
    due_at = models.DateTimeField(null=True)
    paused_secs = models.PositiveBigIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=60, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "step", "n", "item_ref"], name="step_run_once")
        ]
        indexes = [
            models.Index(
                fields=["seat"], name="step_run_shares", condition=Q(ended_at__isnull=True) & ~Q(item_ref="")
            ),
            models.Index(fields=["case"], name="step_run_live", condition=Q(ended_at__isnull=True)),
            models.Index(
                fields=["limit_unit", "case"],
                name="step_run_promises",
                condition=Q(ended_at__isnull=True, due_at__isnull=False),
            ),
        ]

    FOLDED = (
        "seat_id",
        "started_at",
        "signed_at",
        "limit_from",
        "limit_key",
        "limit_amount",
        "limit_unit",
        "due_at",
        "paused_secs",
        "ended_at",
        "outcome",
    )

    def __str__(self) -> str:
        return f"{self.case_id}:{self.step}#{self.n}"

    @property
    def history_key(self) -> str:
        """What the history calls this row."""
        return f"{self.step}#{self.n}#{self.item_ref}"
