"""What a case is tied to: evidence, other cases, a foreign order, the words it can be found by."""

from django.db import models

from gongzhi.cases.models.case import Case
from gongzhi.cases.models.history import StepRun


class Evidence(models.Model):
    """Something deposited in a step: a photo, a note, a resolution. Gates and later steps look only here."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    step_run = models.ForeignKey(StepRun, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=32)
    ref = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, default="")
    by_user = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey("parties.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step_run", "kind", "ref"], name="evidence_once")]

    FOLDED = ("digest", "by_user_id", "seat_id", "at")

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"

    @property
    def run_key(self) -> str:
        """The passage through a step it was deposited in."""
        return self.step_run.history_key

    @property
    def history_key(self) -> str:
        """What the history calls this row."""
        return f"{self.run_key}:{self.kind}:{self.ref}"


class Link(models.Model):
    """From one case to another: joined (the same matter), born-of, child, relies-on."""

    from_case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    to_case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["from_case", "to_case", "kind"], name="link_once")]

    FOLDED = ("created_at",)

    def __str__(self) -> str:
        return f"{self.from_case_id} {self.kind} {self.to_case_id}"

    @property
    def case_id(self) -> int:
        """The case whose history tells of the link."""
        return self.from_case_id

    @property
    def history_key(self) -> str:
        """What the history calls this row."""
        return f"{self.kind}:{self.to_case.ref}"


class Mandate(models.Model):
    """The same matter in someone else's books: a 12345 number with a deadline that tightens ours."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=40)
    foreign_no = models.CharField(max_length=80)
    foreign_category = models.CharField(max_length=200, default="")
    received_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=16, default="open")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "foreign_no"], name="mandate_once")]

    FOLDED = ("foreign_category", "received_at", "due_at", "state")

    def __str__(self) -> str:
        return f"{self.source} {self.foreign_no}"

    @property
    def history_key(self) -> str:
        """What the history calls this row."""
        return f"{self.source}:{self.foreign_no}"


class Term(models.Model):
    """One pair of characters of a report: how its words are found on both databases. Personal data: it goes
    with the words."""

    term = models.CharField(max_length=4)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["term", "case"], name="term_once")]

    def __str__(self) -> str:
        return self.term
