"""Versions of playbooks: which one new cases begin under, and the one a case pinned."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from gongzhi.kernel import revision
from gongzhi.kernel.errors import NotFound
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.playbooks.models import Version
from gongzhi.playbooks.queries.files import Stamp, look_at_files
from gongzhi.playbooks.rules.catalogue import CATALOGUE
from gongzhi.playbooks.rules.schema import digest_of, read_playbook
from gongzhi.playbooks.rules.shapes import Playbook

Stamps = Mapping[str, int]


class NoSuchPlaybook(NotFound):
    """No version of that name stands, here or at all."""

    code = "no-such-playbook"
    sentence = _("There is no such working method.")


@dataclass(frozen=True)
class VersionFacts:
    """One version. `ground_id` is the place it holds for, None everywhere."""

    id: int
    name: str
    n: int
    digest: str
    origin: str
    ground_id: int | None
    author_id: int | None
    created_at: datetime
    withdrawn_at: datetime | None

    @property
    def playbook(self) -> Playbook:
        """The method itself."""
        return get_version(self.id)


_by_digest: dict[str, Playbook] = {}
_by_id: dict[int, Playbook] = {}
_unsettled: set[int] = set()
_taken_in: list[tuple[Stamp, ...]] = []
_loader: list[Callable[[], object]] = []


def use_loader(load: Callable[[], object]) -> None:
    """Connect the action that makes versions of files: this shelf only reads, and the first reader of a new
    file needs it taken in."""
    _loader[:] = [load]


def note_taken_in(stamps: tuple[Stamp, ...]) -> None:
    """The files, as they were looked at, have been taken in by this process."""
    _taken_in[:] = [stamps]


def note_unsettled(version_id: int) -> None:
    """The version's row may yet be rolled back and its number used again: it is not remembered by number."""
    _unsettled.add(version_id)


def note_settled(version_id: int) -> None:
    """The version's row has been committed."""
    _unsettled.discard(version_id)


def get_version(version_id: int) -> Playbook:
    """The playbook a case pinned. Raises NoSuchPlaybook. One query, once per process."""
    held = _by_id.get(version_id)
    if held is not None:
        return held
    text = Version.objects.filter(pk=version_id).values_list("yaml_text", flat=True).first()
    if text is None:
        raise NoSuchPlaybook()
    playbook = parse(text)
    if version_id not in _unsettled:
        _by_id[version_id] = playbook
    return playbook


def parse(text: str) -> Playbook:
    """The playbook of a text that was checked when it was taken in; the same text is read once."""
    digest = digest_of(text)
    if digest not in _by_digest:
        playbook = read_playbook(text, CATALOGUE.words).playbook
        if playbook is None:
            raise NoSuchPlaybook()
        _by_digest[digest] = playbook
    return _by_digest[digest]


def get_version_text(version_id: int) -> str:
    """The YAML text of a version, as it was written. Raises NoSuchPlaybook."""
    text = Version.objects.filter(pk=version_id).values_list("yaml_text", flat=True).first()
    if text is None:
        raise NoSuchPlaybook()
    return text


def current_version(name: str, grounds: Iterable[int] = (), *, stamps: Stamps | None = None) -> VersionFacts:
    """The version new cases begin under. `grounds` are ids of places, the nearest first: a street's own
    version goes before the one that holds everywhere. Raises NoSuchPlaybook.

    A file dropped into the folders since the last look is taken in first."""
    fresh = _take_in_files()
    found = _find_current(name, grounds, None if fresh else stamps)
    if found is None and not fresh and _loader:  # an emptied database: the folders were read before it was
        _loader[0]()
        found = _find_current(name, grounds, None)
    if found is None:
        raise NoSuchPlaybook(name=name)
    return found


def list_playbooks(
    grounds: Iterable[int] = (), *, carries: str | None = None, stamps: Stamps | None = None
) -> tuple[VersionFacts, ...]:
    """The current version of every playbook, by name."""
    fresh = _take_in_files()
    places = tuple(grounds)
    known = None if fresh else stamps
    if not _rows.get(known) and not fresh and _loader:  # an emptied database, as in current_version
        _loader[0]()
        known = None
    names = sorted({row.name for row in _rows.get(known)})
    current = (_find_current(name, places, known) for name in names)
    return tuple(
        one for one in current if one is not None and (carries is None or one.playbook.carries == carries)
    )


def list_versions(name: str) -> tuple[VersionFacts, ...]:
    """Every version of a playbook, the newest first, withdrawn ones too."""
    return tuple(sorted((row for row in _rows.get() if row.name == name), key=lambda row: -row.n))


def _take_in_files() -> bool:
    """Has a file changed since this process looked? Then have it taken in."""
    if not _loader or (_taken_in and _taken_in[0] == revision.once_a_look(look_at_files)):
        return False
    revision.look_again(look_at_files)
    _loader[0]()
    return True


def _find_current(name: str, grounds: Iterable[int], stamps: Stamps | None) -> VersionFacts | None:
    standing = [row for row in _rows.get(stamps) if row.name == name and row.withdrawn_at is None]
    for ground in (*grounds, None):
        here = [row for row in standing if row.ground_id == ground]
        if here:
            return max(here, key=lambda row: row.n)
    return None


def _read_rows() -> tuple[VersionFacts, ...]:
    fields = (
        "pk name n digest origin ground_id author_id created_at withdrawn_at".split()  # noqa: SIM905
    )
    return tuple(VersionFacts(*row) for row in Version.objects.order_by("name", "n").values_list(*fields))


_rows = revision.Kept("playbooks", _read_rows)
