"""Organisations, seats, who holds which seat when, and who stands in."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class OrganisationKind(models.TextChoices):
    """The five parties (五联), and the two kinds of body beside them."""

    PARTY = "party"
    SELF_GOVERNMENT = "self-government"
    PROPERTY = "property"
    SOCIAL = "social"
    VOLUNTEER = "volunteer"
    DEPARTMENT = "department"
    PARTNER = "partner"


class SelfGovernment(models.TextChoices):
    """Which body of residents' self-government (居委会/业委会/自管会)."""

    RESIDENTS_COMMITTEE = "residents-committee"
    OWNERS_COMMITTEE = "owners-committee"
    SELF_COMMITTEE = "self-committee"


class Organisation(models.Model):
    """A body that takes part. `place` is the ground it works on; `team_kind` one of the street's kinds of
    volunteer team; `answers_to` the deputy leader in charge of a department."""

    ref = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=16, choices=OrganisationKind.choices)
    body = models.CharField(max_length=20, choices=SelfGovernment.choices, default="", blank=True)
    team_kind = models.CharField(max_length=20, default="", blank=True)
    name = models.CharField(max_length=80)
    register_no = models.CharField(max_length=40, null=True)
    place = models.ForeignKey("territory.Place", on_delete=models.PROTECT, related_name="+", null=True)
    answers_to = models.ForeignKey("Seat", on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["register_no"],
                condition=Q(register_no__isnull=False),
                name="organisation_register_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A post on a ground: what owns cases. `number` tells equal seats apart (two deputy leaders)."""

    ref = models.CharField(max_length=12, unique=True)
    post = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField(default=1)
    area = models.ForeignKey("territory.Area", on_delete=models.PROTECT, related_name="+", null=True)
    place = models.ForeignKey("territory.Place", on_delete=models.PROTECT, related_name="+", null=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True)
    work_phone = models.CharField(max_length=20, default="", blank=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(area__isnull=True) | Q(place__isnull=True), name="seat_on_one_ground"
            ),
            models.CheckConstraint(
                condition=Q(area__isnull=False) | Q(place__isnull=False) | Q(organisation__isnull=False),
                name="seat_on_some_ground",
            ),
            models.UniqueConstraint(
                fields=["post", "area", "number"],
                condition=Q(area__isnull=False, ended_at__isnull=True),
                name="seat_once_on_area",
            ),
            models.UniqueConstraint(
                fields=["post", "place", "number"],
                condition=Q(place__isnull=False, organisation__isnull=True, ended_at__isnull=True),
                name="seat_once_on_place",
            ),
            models.UniqueConstraint(
                fields=["post", "place", "organisation", "number"],
                condition=Q(place__isnull=False, organisation__isnull=False, ended_at__isnull=True),
                name="seat_once_on_place_for_organisation",
            ),
            models.UniqueConstraint(
                fields=["post", "organisation", "number"],
                condition=Q(
                    area__isnull=True, place__isnull=True, organisation__isnull=False, ended_at__isnull=True
                ),
                name="seat_once_in_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post} {self.ref}"


class Role(models.TextChoices):
    """A holds the seat, B is the colleague who covers it (AB角); M is one of many in a shared seat."""

    A = "A"
    B = "B"
    MEMBER = "M"


class Holding(models.Model):
    """Someone holds a seat from the first day `since` up to, not including, `until`. The name shown on
    plates and certificates is duty data and therefore lies here."""

    ref = models.CharField(max_length=12, unique=True)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=1, choices=Role.choices, default=Role.A)
    since = models.DateField()
    until = models.DateField(null=True)
    name = models.CharField(max_length=60)
    work_phone = models.CharField(max_length=20, default="", blank=True)
    appointed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["user", "until"], name="holding_by_user")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="holding_runs_forward"
            ),
            models.UniqueConstraint(
                fields=["seat", "role"],
                condition=Q(until__isnull=True) & ~Q(role="M"),
                name="holding_one_open_per_role",
            ),
            models.UniqueConstraint(
                fields=["seat", "user"], condition=Q(until__isnull=True), name="holding_one_open_per_user"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.role}"


class Leave(models.Model):
    """A holder is away from `since` up to, not including, `until`; `stand_in` acts meanwhile."""

    ref = models.CharField(max_length=12, unique=True)
    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    stand_in_name = models.CharField(max_length=60, default="", blank=True)
    stand_in_phone = models.CharField(max_length=20, default="", blank=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["since", "until"], name="leave_by_days")]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="leave_runs_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"


class Change(models.Model):
    """The trace every action here leaves. No foreign keys: it outlives rows and accounts. `text` is JSON of
    what was written."""

    at = models.DateTimeField()
    verb = models.CharField(max_length=30)
    subject = models.CharField(max_length=16)
    subject_id = models.BigIntegerField()
    text = models.TextField(blank=True, default="")
    by_kind = models.CharField(max_length=10)
    by_user_id = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["subject", "subject_id"], name="parties_change_subject")]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject} {self.subject_id}"
