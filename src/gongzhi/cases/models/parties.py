"""Who takes part in a case, and who judged its result."""

from django.db import models
from django.db.models import Q

from gongzhi.cases.models.case import Case

ROLES = ("lead", "helper", "follower", "reporter", "supervisor", "former")
SOURCES = ("resident", "self-government", "city", "staff-phone")


class Party(models.Model):
    """A seat, person or organisation with a part in the case. For residents also: when they were asked
    about the result, when the question reached them, in which round."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12)
    seat = models.ForeignKey(
        "parties.Seat", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    person = models.ForeignKey(
        "registry.Person", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    organisation = models.ForeignKey(
        "parties.Organisation", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    added_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    asked_round = models.PositiveSmallIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            # Few among millions: without it the desk of a seat with a long past is read through all of it.
            models.Index(fields=["seat", "case"], condition=Q(role="supervisor"), name="party_supervises")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "case"], condition=Q(seat__isnull=False), name="party_seat_once"
            ),
            models.UniqueConstraint(
                fields=["person", "case"], condition=Q(person__isnull=False), name="party_person_once"
            ),
            models.UniqueConstraint(
                fields=["organisation", "case"],
                condition=Q(organisation__isnull=False),
                name="party_organisation_once",
            ),
            models.CheckConstraint(condition=Q(role__in=ROLES), name="party_role_known"),
            models.CheckConstraint(
                condition=Q(seat__isnull=False, person__isnull=True, organisation__isnull=True)
                | Q(seat__isnull=True, person__isnull=False, organisation__isnull=True)
                | Q(seat__isnull=True, person__isnull=True, organisation__isnull=False),
                name="party_is_one_of_three",
            ),
        ]

    FOLDED = ("role", "added_at", "asked_at", "asked_round", "delivered_at")

    def __str__(self) -> str:
        return f"{self.role} of {self.case_id}"

    @property
    def history_key(self) -> str:
        """What the history calls this row."""
        if self.seat_id:
            return f"seat:{self.seat_id}"
        return f"person:{self.person_id}" if self.person_id else f"organisation:{self.organisation_id}"


class Verdict(models.Model):
    """What someone else than the doer says about the result. One answer a person and round; the other
    sources one each a round. A change keeps its former value in the history."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=16)
    person = models.ForeignKey("registry.Person", null=True, on_delete=models.PROTECT, related_name="+")
    by_user = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    solved = models.BooleanField()
    stars = models.PositiveSmallIntegerField(null=True)
    reason_code = models.CharField(max_length=40, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person", "round"],
                condition=Q(person__isnull=False),
                name="verdict_person_once",
            ),
            models.UniqueConstraint(
                fields=["case", "source", "round"],
                condition=Q(person__isnull=True),
                name="verdict_source_once",
            ),
            models.CheckConstraint(condition=Q(source__in=SOURCES), name="verdict_source_known"),
            models.CheckConstraint(
                condition=Q(stars__isnull=True) | Q(stars__gte=1, stars__lte=5), name="verdict_stars_in_range"
            ),
        ]
        indexes = [models.Index(fields=["at"], name="verdict_at")]

    FOLDED = ("source", "by_user_id", "solved", "stars", "reason_code", "at")

    def __str__(self) -> str:
        return f"verdict of {self.case_id}"

    @property
    def history_key(self) -> str:
        """What the history calls this row."""
        whose = f"person:{self.person_id}" if self.person_id else self.source
        return f"{whose}:{self.round}"
