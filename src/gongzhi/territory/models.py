"""Where things are: the address tree, the duty areas laid over it, and which area covers which place.

Positions are stored as WGS-84 degrees with the system they arrived in. Outlines are GeoJSON geometries in
WGS-84, kept as text. Dates are half open: `valid_to` is the first day a row no longer holds.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gongzhi.territory.rules import AreaKind, EstateKind, Level


class CoordinateSystem(models.TextChoices):
    """The datum a position was given in, before it was converted."""

    WGS84 = "wgs84", "WGS-84"
    GCJ02 = "gcj02", "GCJ-02"
    BD09 = "bd09", "BD-09"


class CommunityKind(models.TextChoices):
    """A residents' committee's ground, or a village's."""

    COMMUNITY = "community", _("community")
    VILLAGE = "village", _("village")


LEVEL_CHOICES = [
    (Level.DISTRICT.value, _("district")),
    (Level.STREET.value, _("street")),
    (Level.COMMUNITY.value, _("community")),
    (Level.ESTATE.value, _("estate")),
    (Level.BUILDING.value, _("building")),
    (Level.ENTRANCE.value, _("entrance")),
    (Level.ROOM.value, _("room")),
]
ESTATE_CHOICES = [
    (EstateKind.OLD.value, _("old estate")),
    (EstateKind.COMMERCIAL.value, _("commercial estate")),
    (EstateKind.RESETTLEMENT.value, _("resettlement estate")),
    (EstateKind.UNIT.value, _("estate owned by a work unit")),
    (EstateKind.VILLAGE.value, _("village housing")),
    (EstateKind.UNMANAGED.value, _("building without any manager")),
]
AREA_CHOICES = [
    (AreaKind.GRID2.value, _("micro-grid")),
    (AreaKind.SPECIAL.value, _("special grid")),
    (AreaKind.GRID1.value, _("grid")),
    (AreaKind.PATCH.value, _("patch")),
    (AreaKind.ROAD.value, _("road section")),
    (AreaKind.BRANCH.value, _("party branch")),
]


class Place(models.Model):
    """One node of the address tree, from the district down to a room.

    `path` is the chain of ids from the root, fixed width, so that everything below a place is one range
    `path >= p and path < p + "~"` on both databases."""

    ref = models.CharField(max_length=12, unique=True)
    level = models.CharField(max_length=10, choices=LEVEL_CHOICES)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    street = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    name_key = models.CharField(max_length=60)
    sort_no = models.IntegerField(default=0)
    path = models.CharField(max_length=100, default="")
    code = models.CharField(max_length=30, blank=True, default="")
    code_system = models.CharField(max_length=30, blank=True, default="")
    community_kind = models.CharField(max_length=12, choices=CommunityKind.choices, blank=True, default="")
    estate_kind = models.CharField(max_length=12, choices=ESTATE_CHOICES, blank=True, default="")
    lat = models.FloatField(null=True)
    lng = models.FloatField(null=True)
    position_system = models.CharField(max_length=6, choices=CoordinateSystem.choices, blank=True, default="")
    outline_text = models.TextField(blank=True, default="")
    token = models.CharField(max_length=32, blank=True, default="")
    spoken_no = models.CharField(max_length=6, blank=True, default="")
    ended_on = models.DateField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("place")
        ordering = ["sort_no", "name_key", "id"]
        indexes = [
            models.Index(fields=["path"], name="place_path"),
            models.Index(fields=["level", "name_key"], name="place_level_name"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "name_key"],
                condition=Q(parent__isnull=False, ended_on__isnull=True),
                name="place_name_once",
            ),
            models.UniqueConstraint(
                fields=["name_key"],
                condition=Q(parent__isnull=True, ended_on__isnull=True),
                name="place_root_once",
            ),
            models.UniqueConstraint(
                fields=["code_system", "code"],
                condition=~Q(code="") & Q(ended_on__isnull=True),
                name="place_code_once",
            ),
            models.UniqueConstraint(fields=["token"], condition=~Q(token=""), name="place_token_once"),
            models.UniqueConstraint(
                fields=["street", "spoken_no"], condition=~Q(spoken_no=""), name="place_spoken_once"
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(name_key=""), name="place_named"),
            models.CheckConstraint(
                condition=Q(lat__isnull=True, lng__isnull=True)
                | Q(
                    lat__isnull=False,
                    lng__isnull=False,
                    lat__gte=-90,
                    lat__lte=90,
                    lng__gte=-180,
                    lng__lte=180,
                ),
                name="place_on_earth",
            ),
            models.CheckConstraint(
                condition=Q(level=Level.ENTRANCE.value) | Q(token="", spoken_no=""),
                name="place_plate_entrance",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """Another name people use for a place: an estate's nickname, an old house number."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=60)
    name_key = models.CharField(max_length=60)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("other name of a place")
        indexes = [models.Index(fields=["name_key"], name="alias_name")]
        constraints = [
            models.UniqueConstraint(fields=["place", "name_key"], name="alias_once"),
            models.CheckConstraint(condition=~Q(name_key=""), name="alias_named"),
        ]

    def __str__(self) -> str:
        return self.name


class Area(models.Model):
    """A duty area: a grid, micro-grid, patch, road section or party branch, with the dates it holds.

    `ground` is the place it lies in (a grid lies in a community); `parent` the area it is a part of (a
    micro-grid is a part of a grid)."""

    ref = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=10, choices=AREA_CHOICES)
    ground = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    name = models.CharField(max_length=60)
    name_key = models.CharField(max_length=60)
    sort_no = models.IntegerField(default=0)
    code = models.CharField(max_length=30, blank=True, default="")
    code_system = models.CharField(max_length=30, blank=True, default="")
    outline_text = models.TextField(blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("duty area")
        ordering = ["sort_no", "name_key", "id"]
        indexes = [
            models.Index(fields=["kind", "name_key"], name="area_kind_name"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["code_system", "code", "valid_from"], condition=~Q(code=""), name="area_code_once"
            ),
            models.UniqueConstraint(
                fields=["ground", "kind", "name_key"],
                condition=Q(valid_to__isnull=True),
                name="area_name_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")), name="area_dates"
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(name_key=""), name="area_named"),
        ]

    def __str__(self) -> str:
        return self.name


class Coverage(models.Model):
    """An area answers for a place, and with it for everything below, from one day until another.

    No two rows of one kind may hold for the same place on the same day: checked under a lock on the
    place, as neither database has a portable constraint for it."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="coverages")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="coverages")
    kind = models.CharField(max_length=10, choices=AREA_CHOICES)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("entry on a list of places")
        indexes = [models.Index(fields=["place", "kind"], name="coverage_place_kind")]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind"], condition=Q(valid_to__isnull=True), name="coverage_open_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")), name="coverage_dates"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_id}>{self.place_id}"


class ImportBatch(models.Model):
    """One file that was brought in, so that it can be taken back as a whole."""

    class State(models.TextChoices):
        APPLIED = "applied", _("applied")
        UNDONE = "undone", _("undone")

    ref = models.CharField(max_length=12, unique=True)
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State.choices)
    created_count = models.IntegerField()
    changed_count = models.IntegerField()
    by_user_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.file_name


class Change(models.Model):
    """The trace every action here leaves: what was done to which row, by whom, and what stood there before.

    No foreign keys: the trace outlives the row and the account. `before_text` is JSON of the columns
    that changed, empty for a new row; an import is undone from it."""

    at = models.DateTimeField()
    verb = models.CharField(max_length=30)
    subject = models.CharField(max_length=10)
    subject_id = models.BigIntegerField()
    before_text = models.TextField(blank=True, default="")
    after_text = models.TextField(blank=True, default="")
    by_kind = models.CharField(max_length=10)
    by_user_id = models.BigIntegerField(null=True)
    batch = models.ForeignKey(ImportBatch, null=True, on_delete=models.PROTECT, related_name="changes")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["subject", "subject_id"], name="change_subject")]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject} {self.subject_id}"
