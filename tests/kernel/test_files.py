import io
import random
import struct
import zlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image

from gongzhi.kernel import files, pictures
from gongzhi.kernel.errors import Invalid, NotFound

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def photo(width: int = 400, height: int = 300, kind: str = "JPEG", **notes: object) -> bytes:
    picture = Image.new("RGB", (width, height), (90, 120, 90))
    picture.putpixel((0, 0), (random.randrange(256), 0, 0))
    out = io.BytesIO()
    picture.save(out, kind, **notes)
    return out.getvalue()


def photo_from_phone(*, turned: int = 1) -> bytes:
    notes = Image.Exif()
    notes[ExifTags.Base.Make] = "PhoneMaker"
    notes[ExifTags.Base.Orientation] = turned
    where = notes.get_ifd(ExifTags.IFD.GPSInfo)
    where[ExifTags.GPS.GPSLatitudeRef], where[ExifTags.GPS.GPSLatitude] = "N", (39.0, 51.0, 30.0)
    where[ExifTags.GPS.GPSLongitudeRef], where[ExifTags.GPS.GPSLongitude] = "E", (116.0, 17.0, 6.0)
    return photo(exif=notes)


def bomb(side: int) -> bytes:
    """A PNG of a few bytes whose head promises a picture of side × side."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_position_is_given_once_and_kept_nowhere() -> None:
    stored = files.store_photo(photo_from_phone())
    assert stored.position == (39.8583333, 116.285)
    with files.open_file(stored.ref) as kept:
        content = kept.read()
    assert b"PhoneMaker" not in content and b"Exif" not in content
    assert not dict(Image.open(io.BytesIO(content)).getexif())
    assert files.get_file(stored.ref).position is None


def test_photos_stand_upright_and_are_made_smaller() -> None:
    turned = files.store_photo(photo_from_phone(turned=6))
    assert (turned.width, turned.height) == (300, 400)
    large = files.store_photo(photo(4000, 3000))
    assert (large.width, large.height, large.media_type) == (2560, 1920, "image/jpeg")


def test_what_shines_through_stays_webp() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (1, 2, 3, 90)).save(out, "PNG")
    assert files.store_photo(out.getvalue()).media_type == "image/webp"


def test_thumbnails_are_small_and_come_back() -> None:
    stored = files.store_photo(photo(1600, 1200))
    with files.thumbnail(stored.ref) as small:
        assert Image.open(small).size == (320, 240)
    files._thumbnail_place(stored.digest, 320).unlink()
    with files.thumbnail(stored.ref) as small:
        assert Image.open(small).size == (320, 240)
    with pytest.raises(NotFound):
        files.thumbnail(stored.ref, 77)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (SVG, "not-a-picture"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 64, "not-a-picture"),
        (b"<html>no</html>", "not-a-picture"),
        (b"MZ" + b"\x00" * 200, "not-a-picture"),
        (b"%PDF-1.7 nothing", "not-a-picture"),
        (b"", "empty"),
        (photo()[:-400], "broken-picture"),
        (photo(kind="PNG")[:-40], "broken-picture"),
        (bomb(30_000), "too-many-pixels"),
        (bomb(6_000), "too-many-pixels"),
        (b"\xff" * (pictures.MAX_BYTES + 1), "too-large"),
    ],
)
def test_what_is_no_harmless_photo_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        files.store_photo(content)
    assert refused.value.code == code and str(refused.value)


def test_a_second_file_behind_the_photo_is_gone() -> None:
    stored = files.store_photo(photo() + b"PK\x03\x04 a hidden archive")
    with files.open_file(stored.ref) as kept:
        assert b"hidden" not in kept.read()


def test_same_bytes_lie_once_and_leave_with_their_last_owner(own_home: Path) -> None:
    sent = photo()
    first, second = files.store_photo(sent), files.store_photo(sent)
    place = own_home / "files" / first.digest[:2] / first.digest
    assert first.digest == second.digest and first.ref != second.ref and place.exists()
    files.erase_file(first.ref)
    assert place.exists()
    files.erase_file(second.ref)
    assert not place.exists()
    with pytest.raises(NotFound):
        files.open_file(second.ref)
    assert not list(own_home.rglob(".draft*"))


def test_files_sent_ahead_find_their_owner() -> None:
    mine, before, others = (
        files.store_photo(SimpleUploadedFile("a.jpg", photo()), by=by) for by in (4, None, 5)
    )
    refs = (mine.ref, before.ref, others.ref)
    assert files.claim_files(refs, owner_kind="case", owner_ref="1", by=4) == 2
    assert files.claim_files(refs, owner_kind="case", owner_ref="2", by=4) == 0
    assert [one.ref for one in files.list_files("case", "1")] == [mine.ref, before.ref]


def test_damage_is_found(own_home: Path) -> None:
    stored = files.store_photo(photo())
    assert files.find_damage(stored.digest) is None
    place = own_home / "files" / stored.digest[:2] / stored.digest
    place.write_bytes(b"other")
    assert files.find_damage(stored.digest) == "changed"
    place.unlink()
    assert files.find_damage(stored.digest) == "missing"


def test_sheets_are_told_by_their_bytes() -> None:
    assert files.store_sheet("编号,内容\n1,路灯".encode()).media_type == "text/csv"
    for content in (b"%PDF-1.4", b"\x00\x01\x02\x03"):
        with pytest.raises(Invalid):
            files.store_sheet(content)
    assert files.store_document(b"x", "text/plain").kind == "document"
