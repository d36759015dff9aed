"""What routing keeps: its lists in every version, who carries which duty, and each decision with its
reason."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ListKind(models.TextChoices):
    """The lists a street may edit."""

    PATHS = "paths"
    DANGERS = "dangers"
    KINDS = "kinds"
    SPEECH = "speech"


class RuleList(models.Model):
    """One version of a list (paths, signs of danger). The newest is in force; nothing is overwritten, so each
    change has its author and can be taken back."""

    kind = models.CharField(max_length=12, choices=ListKind.choices)
    n = models.PositiveIntegerField()
    text = models.TextField()
    note = models.CharField(max_length=200, default="", blank=True)
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "n"], name="rule_list_version_once"),
            models.CheckConstraint(condition=Q(kind__in=ListKind.values), name="rule_list_kind_known"),
            models.CheckConstraint(condition=Q(n__gte=1), name="rule_list_counts_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.n}"


class ListDraft(models.Model):
    """A list somebody is working on: nobody else's reports follow it. `base_n` is the version it began from;
    saved as the next version, or dropped, it is gone."""

    kind = models.CharField(max_length=12, choices=ListKind.choices)
    base_n = models.PositiveIntegerField()
    text = models.TextField()
    by_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "by_user"], name="list_draft_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.base_n}+"


class StandingDuty(models.Model):
    """One of the items entrance heads keep an eye on: how often, and how it is ticked off. `private`: reports
    of it are never shown to neighbours as a hint."""

    category = models.OneToOneField("cases.Category", on_delete=models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField()
    tick = models.CharField(max_length=8)
    task_zh = models.CharField(max_length=200)
    task_en = models.CharField(max_length=200)
    private = models.BooleanField(default=False)
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tick__in=("seen", "photo", "count", "talk")), name="standing_duty_tick_known"
            ),
            models.CheckConstraint(condition=Q(days__gte=1), name="standing_duty_comes_again"),
        ]

    def __str__(self) -> str:
        return f"{self.category_id} every {self.days}"


class SectionDuty(models.Model):
    """Which department carries a duty that paths name as `section:<duty>`, in a street or the whole
    deployment (`place` null)."""

    duty = models.CharField(max_length=40)
    place = models.ForeignKey("territory.Place", null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["duty"],
                condition=Q(place__isnull=True, ended_at__isnull=True),
                name="section_duty_once",
            ),
            models.UniqueConstraint(
                fields=["duty", "place"],
                condition=Q(place__isnull=False, ended_at__isnull=True),
                name="section_duty_once_in_place",
            ),
        ]

    def __str__(self) -> str:
        return self.duty


class Decision(models.Model):
    """Where a case was sent and why, at each routing of it. Inserted, never changed. `desk` says why the duty
    desk had it; `chosen_by` who sent it by hand."""

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=20, default="", blank=True)
    list_n = models.PositiveIntegerField(default=0)
    category = models.CharField(max_length=60, default="", blank=True)
    urgency = models.CharField(max_length=12)
    danger = models.CharField(max_length=40, default="", blank=True)
    matched = models.CharField(max_length=200, default="", blank=True)
    confidence = models.PositiveSmallIntegerField(default=0)
    desk = models.CharField(max_length=20, default="", blank=True)
    seat = models.ForeignKey("parties.Seat", on_delete=models.PROTECT, related_name="+")
    helpers = models.CharField(max_length=120, default="", blank=True)
    reason_zh = models.CharField(max_length=400)
    reason_en = models.CharField(max_length=600)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(confidence__lte=100), name="decision_confidence_percent")
        ]
        indexes = [models.Index(fields=["desk", "at"], name="decision_desk", condition=~Q(desk=""))]

    def __str__(self) -> str:
        return f"{self.case_id} by {self.path or self.desk}"


class Trace(models.Model):
    """One mark of a live report (rules/marks.py): how reports like it are found on its ground, or anywhere
    by its words. Personal data like the words it comes from: it goes with them, and when the case ends.
    `ground` is the estate, or the place itself outside of one; `of_address` marks come from an address that
    led to no place."""

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+", db_index=False)
    ground = models.ForeignKey(
        "territory.Place", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    mark = models.CharField(max_length=20)
    day = models.DateField()
    of_address = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "mark"], name="trace_once")]
        indexes = [
            models.Index(fields=["ground", "mark", "day", "case"], name="trace_on_ground"),
            models.Index(fields=["mark", "day", "case"], name="trace_anywhere"),
        ]

    def __str__(self) -> str:
        return self.mark


class MarkCount(models.Model):
    """How many of the newest reports have which marks, as JSON: what stands in every report weighs little.
    Only marks of several reports are kept. The newest row counts."""

    texts = models.PositiveIntegerField()
    counts_text = models.TextField()
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.texts} reports"


class Apart(models.Model):
    """Two reports somebody looked at and found to be two matters: not offered together again."""

    one = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+", db_index=False)
    other = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    by_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="apart_once"),
            models.CheckConstraint(condition=Q(one__lt=models.F("other")), name="apart_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} is not {self.other_id}"


class SpeechState(models.TextChoices):
    """Where a held text stands."""

    WAITING = "waiting"
    PASSED = "passed"
    HIDDEN = "hidden"
    APPEALED = "appealed"


class SpeechReview(models.Model):
    """A text for the public that was marked and waits for a person, or was hidden. `subject` is the key the
    room that owns the text gave it; nobody's name is kept here. The words stand here only until the text is
    shown or erased. `final`: an appeal has been decided, there is no other."""

    subject = models.CharField(max_length=80, unique=True)
    place = models.ForeignKey("territory.Place", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(default="", blank=True)
    marks_text = models.TextField(default="[]")
    state = models.CharField(max_length=8, choices=SpeechState.choices)
    reason = models.CharField(max_length=12, default="", blank=True)
    why = models.CharField(max_length=300, default="", blank=True)
    appeal = models.CharField(max_length=500, default="", blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    final = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=SpeechState.values), name="speech_review_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("hidden", "appealed")) | ~Q(why=""), name="speech_hidden_says_why"
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                name="speech_review_open",
                condition=Q(state__in=("waiting", "appealed")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.state}"


class SpeechDecision(models.Model):
    """One thing done about a held text: by whom and why. Inserted, never changed; holds none of the words."""

    review = models.ForeignKey(SpeechReview, on_delete=models.PROTECT, related_name="decisions")
    verb = models.CharField(max_length=12)
    reason = models.CharField(max_length=12, default="", blank=True)
    why = models.CharField(max_length=300, default="", blank=True)
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.review_id} {self.verb}"
