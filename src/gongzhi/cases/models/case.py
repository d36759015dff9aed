"""A case: any matter that moves through the steps of a playbook."""

from functools import cache

from django.db import models
from django.db.models import Q

from gongzhi.cases.models.category import Category, Urgency

STATUSES = ("open", "confirming", "parked", "ended")


class Case(models.Model):
    """Where a matter stands. Every column below `version` is the fold of its history: whatever changes here
    without an event is found by `verify`. `seat` is never empty. `wake_at` is the next moment at which time
    itself does something (a step is late, silence is an answer, an approval is overdue, a review is due)."""

    ref = models.CharField(max_length=12, unique=True)
    version = models.ForeignKey("playbooks.Version", on_delete=models.PROTECT, related_name="+")
    carries = models.CharField(max_length=16)
    channel = models.CharField(max_length=24)
    visibility = models.CharField(max_length=12, default="parties")
    place = models.ForeignKey("territory.Place", null=True, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(
        "territory.Area", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    community = models.ForeignKey(
        "territory.Place", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    scope_path = models.CharField(max_length=120, default="")
    lat = models.FloatField(null=True)
    lng = models.FloatField(null=True)
    category = models.ForeignKey(Category, null=True, on_delete=models.PROTECT, related_name="+")
    urgency = models.CharField(max_length=12, choices=Urgency.choices, default=Urgency.ORDINARY)
    common = models.BooleanField(default=False)
    reporter = models.ForeignKey(
        "registry.Person", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    about_seat = models.ForeignKey(
        "parties.Seat", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    routed_seat = models.ForeignKey(
        "parties.Seat", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    typed_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    step = models.CharField(max_length=60, default="")
    step_n = models.PositiveIntegerField(default=0)
    seat = models.ForeignKey("parties.Seat", on_delete=models.PROTECT, related_name="+", db_index=False)
    alarm = models.CharField(max_length=24, default="")
    status = models.CharField(max_length=12, default="open")
    result = models.CharField(max_length=40, default="")
    due_at = models.DateTimeField(null=True)
    mandate_due = models.DateTimeField(null=True)
    wake_at = models.DateTimeField(null=True)
    late_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    paused_secs = models.PositiveBigIntegerField(default=0)
    approver = models.ForeignKey(
        "parties.Seat", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    approval_due = models.DateTimeField(null=True)
    silence_at = models.DateTimeField(null=True)
    review_at = models.DateTimeField(null=True)
    refusals = models.PositiveSmallIntegerField(default=0)
    returns = models.PositiveSmallIntegerField(default=0)
    grade = models.PositiveSmallIntegerField(default=0)
    excluded = models.BooleanField(default=False)
    followers = models.PositiveIntegerField(default=0)
    round = models.PositiveSmallIntegerField(default=0)
    placed_at = models.DateTimeField()
    local_date = models.DateField()
    ended_at = models.DateTimeField(null=True)
    state_text = models.TextField()
    events = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="case_status_known"),
            models.CheckConstraint(condition=Q(urgency__in=Urgency.values), name="case_urgency_known"),
            models.CheckConstraint(condition=Q(grade__lte=3), name="case_grade_known"),
            models.CheckConstraint(
                condition=~Q(status="ended") | Q(ended_at__isnull=False), name="case_end_has_time"
            ),
        ]
        indexes = [
            models.Index(fields=["seat", "status", "due_at", "ref"], name="case_by_seat"),
            models.Index(fields=["seat", "placed_at", "ref"], name="case_by_seat_placed"),
            models.Index(fields=["area", "status", "due_at", "ref"], name="case_by_area"),
            models.Index(fields=["area", "placed_at", "ref"], name="case_by_area_placed"),
            models.Index(fields=["community", "placed_at", "ref"], name="case_by_community"),
            models.Index(fields=["scope_path", "status"], name="case_by_scope"),
            models.Index(fields=["status", "due_at"], name="case_open_due", condition=Q(status="open")),
            models.Index(fields=["due_at", "ref"], name="case_live_due", condition=~Q(status="ended")),
            models.Index(fields=["placed_at", "ref"], name="case_placed"),
            models.Index(fields=["wake_at", "id"], name="case_wake", condition=Q(wake_at__isnull=False)),
            models.Index(fields=["alarm", "placed_at"], name="case_alarm", condition=~Q(alarm="")),
            models.Index(fields=["approver"], name="case_approver", condition=Q(approver__isnull=False)),
            models.Index(fields=["about_seat"], name="case_about", condition=Q(about_seat__isnull=False)),
            models.Index(fields=["reporter", "placed_at"], name="case_by_reporter"),
            models.Index(fields=["local_date"], name="case_day"),
        ]

    OUTSIDE_FOLD = frozenset({"id", "ref", "events", "head", "created_at"})

    def __str__(self) -> str:
        return self.ref

    @classmethod
    @cache
    def folded_columns(cls) -> tuple[str, ...]:
        """The columns that the history must account for."""
        return tuple(f.attname for f in cls._meta.concrete_fields if f.attname not in cls.OUTSIDE_FOLD)
