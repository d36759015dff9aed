"""What the front desk keeps: reports on their way in, and files brought in whole."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from gongzhi.kernel.fields import SealedTextField


class Channel(models.TextChoices):
    """The ways a report comes in."""

    PAGE = "page"
    ENTRANCE_HEAD = "entrance-head"
    WINDOW = "window"
    PHONE = "phone"
    VISIT = "visit"
    PATROL = "patrol"
    RECEPTION_DAY = "reception-day"
    CHAT = "chat"
    API = "api"
    HOTLINE = "hotline"
    MEETING = "meeting"


class Draft(models.Model):
    """One report, known by the key its sender made: the same report sent five times is one row and one case.
    Written before signing in it waits, its words sealed, until its sender signs in; thirty days at most."""

    key = models.CharField(max_length=64, unique=True)
    channel = models.CharField(max_length=16, choices=Channel.choices)
    state = models.CharField(max_length=8)  # placed, waiting, dropped
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.PROTECT, related_name="+")
    token_no = models.BigIntegerField(null=True)  # the key to the API it came by, which may be cleared away
    written = SealedTextField(purpose="intake.draft", default="", blank=True)
    created_at = models.DateTimeField()
    placed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("placed", "waiting", "dropped")), name="draft_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="placed") | Q(case__isnull=False, written=""), name="draft_placed_has_case"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at"], name="draft_waiting", condition=Q(state="waiting")),
            models.Index(
                fields=["token_no", "-id"],
                name="draft_by_system",
                condition=Q(token_no__isnull=False, by_user__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.state}"


class NameUse(models.Model):
    """A report that somebody typed in under another person's name, and the link by which that person says
    whether it was theirs. The token is sealed, looked up by its digest, and good until `expires_at`."""

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="+")
    token = SealedTextField(purpose="intake.name-use")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=16)
    answer = models.CharField(max_length=8, default="", blank=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "person"], name="name_use_once"),
            models.CheckConstraint(
                condition=Q(answer__in=("", "mine", "not-mine")), name="name_use_answer_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.answer}"


class ColumnMap(models.Model):
    """How the columns of one kind of file were read, remembered by the digest of its header line."""

    signature = models.CharField(max_length=64, unique=True)
    columns_text = models.TextField()  # JSON: our field -> their column
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.signature[:12]


class Batch(models.Model):
    """One file of reports brought in: looked at first, then applied, perhaps taken back."""

    class State(models.TextChoices):
        PREVIEWED = "previewed"
        APPLIED = "applied"
        UNDONE = "undone"

    ref = models.CharField(max_length=12, unique=True)
    file = models.ForeignKey("kernel.File", null=True, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    source = models.CharField(max_length=40)
    columns_text = models.TextField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.PREVIEWED)
    rows = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    present = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    desk = models.PositiveIntegerField(default=0)
    withdrawn = models.PositiveIntegerField(default=0)
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("previewed", "applied", "undone")), name="batch_state_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.file_name} {self.state}"


class BatchRow(models.Model):
    """What became of one row: a case, or the reason why not. The row itself lies in the kept file."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="+", db_index=False)
    row_no = models.PositiveIntegerField()
    outcome = models.CharField(max_length=8)  # created, present, failed
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.PROTECT, related_name="+")
    fault = models.CharField(max_length=300, default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "row_no"], name="batch_row_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=("created", "present", "failed")), name="batch_row_outcome_known"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="created") | Q(case__isnull=False), name="batch_row_created_has_case"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}:{self.row_no} {self.outcome}"
