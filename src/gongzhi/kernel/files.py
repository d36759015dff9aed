"""Stored files: what people send in, made harmless before it is kept.

Photos are drawn anew by Pillow, so nothing of the sent file survives but the picture: no position, no camera,
no second file hidden behind it. The position a phone wrote in is given back once, for finding the place, and
kept nowhere. Bytes lie under their digest in settings.GONGZHI_FILES, written whole or not at all.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

from django.conf import settings
from django.db.models import Q

from gongzhi.kernel import clock, pictures, voices
from gongzhi.kernel.errors import Invalid, NotFound
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.models import File
from gongzhi.kernel.refs import new_ref

MAX_SHEET_BYTES = 60 * 1024 * 1024
THUMBNAIL_SIDES = (320, 960)

FILE_EMPTY = _("The file is empty. Please send it again.")
SHEET_NOT_READABLE = _("This is not a table we can read. Please use Excel (.xlsx) or CSV.")
FILE_TOO_LARGE = _("The file is too large.")


class Upload(Protocol):
    """What a form hands over: something that can be read."""

    def read(self, num_bytes: int | None = None) -> bytes:
        """All bytes, or so many."""
        ...


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What was stored. `position` (latitude, longitude in WGS-84) is what the phone had written into the
    photo: use it now, it is kept nowhere."""

    id: int
    ref: str
    digest: str
    kind: str
    media_type: str
    size: int
    width: int = 0
    height: int = 0
    seconds: int = 0
    position: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class _Made:
    """Bytes ready for the shelf, and what is known of them."""

    kind: str
    media_type: str
    content: bytes
    facts: dict[str, int] = field(default_factory=dict)


def store_photo(
    upload: Upload | bytes, *, owner_kind: str = "", owner_ref: str = "", by: int | None = None
) -> StoredFile:
    """Keep a photo: turned upright, at most 2560 px on its longer side, as JPEG, or as WebP if
    it has transparency, with thumbnails. Refuses what is no picture, is broken, or would unfold to a bomb."""
    content = _bytes_of(upload, pictures.MAX_BYTES, pictures.TOO_LARGE)
    picture, position = pictures.open_picture(content)
    made = _photo(pictures.redraw(picture, pictures.LONGEST_SIDE))
    stored = _keep(made, owner_kind=owner_kind, owner_ref=owner_ref, by=by, position=position)
    for side in THUMBNAIL_SIDES:
        place = _thumbnail_place(stored.digest, side)
        if not place.exists():  # the same picture was sent before
            _write_whole(place, pictures.redraw(picture, side).content)
    return stored


def store_voice(
    upload: Upload | bytes, *, owner_kind: str = "", owner_ref: str = "", by: int | None = None
) -> StoredFile:
    """Keep a voice recording as it came: WebM, Ogg, MP4 or WAV by its first bytes, at most two minutes and
    5 MB."""
    content = _bytes_of(upload, voices.MAX_BYTES, voices.TOO_LARGE)
    heard = voices.examine(content)
    made = _Made(File.Kind.VOICE, heard.media_type, content, {"seconds": heard.seconds})
    return _keep(made, owner_kind=owner_kind, owner_ref=owner_ref, by=by)


def store_sheet(
    upload: Upload | bytes, *, owner_kind: str = "", owner_ref: str = "", by: int | None = None
) -> StoredFile:
    """Keep a table as it came, for an import that runs later and for sending rows back."""
    content = _bytes_of(upload, MAX_SHEET_BYTES, FILE_TOO_LARGE)
    if content[:4] == b"PK\x03\x04":
        media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    elif content[:6] == b"\xfd7zXZ\x00":
        media_type = "application/x-xz"
    elif b"\x00" not in content[:4096] and not content.startswith(b"%PDF"):
        media_type = "text/csv"
    else:
        raise Invalid(SHEET_NOT_READABLE, code="not-a-sheet", field="file")
    return _keep(
        _Made(File.Kind.SHEET, media_type, content), owner_kind=owner_kind, owner_ref=owner_ref, by=by
    )


def store_document(
    content: bytes, media_type: str, *, owner_kind: str = "", owner_ref: str = "", by: int | None = None
) -> StoredFile:
    """Keep a document this house has made itself (a Word report, a printed list)."""
    return _keep(
        _Made(File.Kind.DOCUMENT, media_type, content), owner_kind=owner_kind, owner_ref=owner_ref, by=by
    )


def get_file(ref: str) -> StoredFile:
    """What is known of a stored file; raises NotFound."""
    row = File.objects.filter(ref=ref, erased_at=None).first()
    if row is None:
        raise NotFound
    return _facts_of(row)


def list_files(owner_kind: str, owner_ref: str) -> tuple[StoredFile, ...]:
    """The files of one owner, in the order they came."""
    rows = File.objects.filter(owner_kind=owner_kind, owner_ref=owner_ref, erased_at=None).order_by("id")
    return tuple(_facts_of(row) for row in rows)


def claim_files(refs: tuple[str, ...], *, owner_kind: str, owner_ref: str, by: int | None = None) -> int:
    """Give files sent ahead (photos upload while the form is filled in) to their owner: only files nobody
    owns yet, sent by this account or before signing in. Answers how many. One query."""
    mine = File.objects.filter(ref__in=refs, owner_ref="", erased_at=None)
    mine = mine.filter(Q(by_id=by) | Q(by_id=None))
    return mine.update(owner_kind=owner_kind, owner_ref=owner_ref)


def open_file(ref: str) -> IO[bytes]:
    """The bytes, for reading; raises NotFound. The door decides who may."""
    try:
        return _place(get_file(ref).digest).open("rb")
    except FileNotFoundError as fault:
        raise NotFound from fault


def thumbnail(ref: str, side: int = THUMBNAIL_SIDES[0]) -> IO[bytes]:
    """The small form of a photo, 320 or 960 px; drawn again if its file was lost."""
    stored = get_file(ref)
    if stored.kind != File.Kind.PHOTO or side not in THUMBNAIL_SIDES:
        raise NotFound
    place = _thumbnail_place(stored.digest, side)
    if not place.exists():
        with open_file(ref) as original:
            picture, _position = pictures.open_picture(original.read())
        _write_whole(place, pictures.redraw(picture, side).content)
    return place.open("rb")


def erase_file(ref: str) -> None:
    """Forget the bytes and thumbnails, unless another file has the same; the row stays as a tombstone."""
    row = File.objects.select_for_update().filter(ref=ref, erased_at=None).first()
    if row is None:
        raise NotFound
    row.erased_at = clock.now()
    row.save(update_fields=["erased_at"])
    if not File.objects.filter(digest=row.digest, erased_at=None).exists():
        _place(row.digest).unlink(missing_ok=True)
        for side in THUMBNAIL_SIDES:
            _thumbnail_place(row.digest, side).unlink(missing_ok=True)


def find_damage(row_digest: str) -> str | None:
    """For `verify`: "missing" or "changed" when the bytes under a digest are not what was stored."""
    try:
        content = _place(row_digest).read_bytes()
    except FileNotFoundError:
        return "missing"
    return None if hashlib.sha256(content).hexdigest() == row_digest else "changed"


def _facts_of(row: File, position: tuple[float, float] | None = None) -> StoredFile:
    return StoredFile(
        row.pk, row.ref, row.digest, row.kind, row.media_type, row.size,
        row.width, row.height, row.seconds, position,
    )  # fmt: skip


def _bytes_of(upload: Upload | bytes, limit: int, too_large: str) -> bytes:
    """All bytes of an upload, never reading more than the limit."""
    content = upload if isinstance(upload, bytes) else upload.read(limit + 1)
    if len(content) > limit:
        raise Invalid(too_large, code="too-large", field="file")
    if not content:
        raise Invalid(FILE_EMPTY, code="empty", field="file")
    return content


def _photo(drawn: pictures.Drawn) -> _Made:
    return _Made(
        File.Kind.PHOTO, drawn.media_type, drawn.content, {"width": drawn.width, "height": drawn.height}
    )


def _keep(
    made: _Made,
    *,
    owner_kind: str,
    owner_ref: str,
    by: int | None,
    position: tuple[float, float] | None = None,
) -> StoredFile:
    """Bytes first, row second: a crash between leaves bytes nobody names, never a row without bytes."""
    digest = hashlib.sha256(made.content).hexdigest()
    _write_whole(_place(digest), made.content)
    row = File.objects.create(
        ref=new_ref(),
        digest=digest,
        kind=made.kind,
        media_type=made.media_type,
        size=len(made.content),
        owner_kind=owner_kind,
        owner_ref=owner_ref,
        by_id=by,
        created_at=clock.now(),
        **made.facts,
    )
    return _facts_of(row, position)


def _place(digest: str) -> Path:
    return Path(settings.GONGZHI_FILES) / digest[:2] / digest


def _thumbnail_place(digest: str, side: int) -> Path:
    return Path(settings.GONGZHI_FILES) / "thumbnails" / digest[:2] / f"{digest}.{side}"


def _write_whole(place: Path, content: bytes) -> None:
    """Written beside, put on the disk, then renamed: a reader sees all of it or nothing. The same content
    twice is one file."""
    if place.exists() and place.stat().st_size == len(content):
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=place.parent, prefix=".draft")
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(draft).replace(place)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
