"""What happened at the front desk."""

from dataclasses import dataclass

from gongzhi.kernel.events import Event


@dataclass(frozen=True)
class ReportMadeFor(Event):
    """Somebody reported in another person's name: that person is told, so that invented reports surface."""

    case_ref: str
    person_id: int
    channel: str
    by_user_id: int | None


@dataclass(frozen=True)
class NameUseAnswered(Event):
    """Somebody said whether a report under their name was theirs; `via` is how they came in."""

    case_ref: str
    mine: bool
    via: str


@dataclass(frozen=True)
class DraftKept(Event):
    """A report written before signing in waits for its sender."""

    key: str


@dataclass(frozen=True)
class DraftsCleared(Event):
    """Waiting reports nobody came back for were removed."""

    count: int


@dataclass(frozen=True)
class ReportsImported(Event):
    """A file of reports was brought in."""

    batch_ref: str
    created: int
    present: int
    failed: int
    desk: int
    by_user_id: int | None


@dataclass(frozen=True)
class ImportUndone(Event):
    """A file was taken back, as far as nobody had begun to work on its cases."""

    batch_ref: str
    withdrawn: int
    kept: int
    by_user_id: int | None


@dataclass(frozen=True)
class FileLookedAt(Event):
    """A file of reports was uploaded and looked at; nothing has come in yet."""

    batch_ref: str
    rows: int
    by_user_id: int | None
