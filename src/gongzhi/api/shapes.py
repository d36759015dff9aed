"""What goes in and out over the API."""

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import AfterValidator, AwareDatetime

from gongzhi.kernel.refs import clean_ref
from gongzhi.kernel.text import clean, clean_line

FIRST_YEAR, LAST_YEAR = 2000, 2100


def _of_our_days(day: AwareDatetime | date) -> AwareDatetime | date:
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise ValueError(f"between {FIRST_YEAR} and {LAST_YEAR}")
    return day


Ref = Annotated[
    str,
    AfterValidator(lambda text: clean_ref(text) or "-"),
    Field(description="Twelve digits, as 4821 0937 5516 too"),
]
Line = Annotated[str, AfterValidator(clean_line)]
Words = Annotated[str, AfterValidator(clean)]
Moment = Annotated[
    AwareDatetime,
    AfterValidator(_of_our_days),
    Field(
        description=f"With its offset; from {FIRST_YEAR} to {LAST_YEAR - 1}",
        examples=["2026-03-02T09:00:00+08:00"],
    ),
]
Day = Annotated[date, AfterValidator(_of_our_days), Field(examples=["2026-03-02"])]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class SpotIn(Schema):
    """Where it is; the first part that leads to a place counts. Degrees in `datum`."""

    place: Annotated[Line, Field(description="Reference of a place, from GET places")] = ""
    plate: Annotated[Line, Field(description="QR token or spoken number of an entrance")] = ""
    address: Annotated[Line, Field(max_length=200, examples=["柳荫苑3号楼二单元"])] = ""
    lat: Latitude | None = None
    lng: Longitude | None = None
    datum: Literal["wgs84", "gcj02", "bd09"] = "wgs84"


class OrderIn(Schema):
    """The same matter in another body's books."""

    source: Line = Field(max_length=40, examples=["12345"])
    number: Line = Field(max_length=80)
    received: Moment | None = None
    due: Moment | None = None
    category: Annotated[Line, Field(max_length=200)] = ""


class AboutIn(Schema):
    """Whom the report complains of: they, their stand-ins and their organisation never see it."""

    seat: Annotated[Line, Field(description="Reference of a seat")] = ""
    organisation: Annotated[Line, Field(description="Reference of an organisation")] = ""


class ReportIn(Schema):
    """A report. The same `key` sent again is the same report, however often."""

    key: Line = Field(min_length=8, max_length=64, examples=["3f0c2b7e-6d1f-4a55-9b0e"])
    words: Words = Field(max_length=20_000, examples=["3号楼二单元楼道灯不亮了"])
    title: Annotated[Line, Field(max_length=120)] = ""
    item: Annotated[Line, Field(description="Code of a category, from GET categories")] = ""
    spot: SpotIn = SpotIn()
    photos: Annotated[list[Line], Field(max_length=9, description="References from POST photos")] = []
    caller_phone: Annotated[
        Line, Field(description="Of the person it is reported for; they get a message")
    ] = ""
    about: AboutIn = AboutIn()
    order: OrderIn | None = None


class EmergencyOut(Schema):
    """Call this number first: this is not an emergency line."""

    number: str
    sentence: str


class ReceiptOut(Schema):
    """`created` is false when this key was here before."""

    ref: str
    created: bool
    seat: str
    due: datetime | None
    reason: str
    emergency: EmergencyOut | None


class PhotoOut(Schema):
    """A photo kept for a report to come."""

    ref: str
    width: int
    height: int


class EntryOut(Schema):
    """One entry of the history that this reader may see: what happened (a code), in which seat, and the words
    that belong to it."""

    at: datetime
    kind: str
    seat: str
    words: str


class ReportOut(Schema):
    """A report as its reporter sees it."""

    ref: str
    status: str
    result: str
    step: str
    seat: str
    place: str
    category: str
    due: datetime | None
    placed: datetime
    followers: int
    history: list[EntryOut]


class ConfirmIn(Schema):
    """Is it solved? Only those it was done for may say so."""

    solved: bool
    reason: Annotated[Line, Field(max_length=40)] = ""
    stars: Annotated[int | None, Field(ge=1, le=5)] = None
    note: Annotated[Words, Field(max_length=2000)] = ""


class MovedOut(Schema):
    """Where a case stands after an act."""

    ref: str
    status: str
    step: str
    result: str
    due: datetime | None
    events: int


class PlaceOut(Schema):
    """A place; position in WGS-84 degrees."""

    ref: str
    level: str
    name: str
    full_name: str
    lat: float | None
    lng: float | None


class AreaOut(Schema):
    """A duty area."""

    ref: str
    kind: str
    code: str
    code_system: str
    name: str


class CategoryOut(Schema):
    """A kind of matter, under its scenario."""

    code: str
    name: str
    scenario: str
    scenario_name: str


class CaseOut(Schema):
    """A case as staff see it in a list."""

    ref: str
    words: str
    status: str
    step: str
    seat: str
    place: str
    category: str
    urgency: str
    due: datetime | None
    placed: datetime
    followers: int


class CasePageOut(Schema):
    """One page; send `next` as `cursor` for the following one."""

    cases: list[CaseOut]
    next: str | None


class ChoiceOut(Schema):
    """What this caller may do now, and what is still missing for it."""

    outcome: str
    title: str
    needs: list[str]
    missing: list[str]


class CaseDetailOut(CaseOut):
    """A case with what may be done and what has happened."""

    playbook: str
    choices: list[ChoiceOut]
    history: list[EntryOut]
    events: int


class FilingIn(Schema):
    """What is filed with an outcome."""

    note: Annotated[Words, Field(max_length=2000)] = ""
    reason: Annotated[Words, Field(max_length=2000)] = ""
    whose: Annotated[Line, Field(description="Reference of the seat a returner says it belongs to")] = ""
    photos: Annotated[list[Line], Field(max_length=9)] = []
    review_date: Day | None = None
    seen: Annotated[
        int | None, Field(ge=0, le=1_000_000, description="`events` of the case as it was looked at")
    ] = None
