"""Pictures made harmless: decoded whole, drawn anew, nothing of the sent file kept but what can be seen."""

import io
import struct
import warnings
from dataclasses import dataclass
from typing import Any

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 30_000_000
MAX_JPEG_PIXELS = 60_000_000  # JPEG is decoded at a smaller scale, so it may be larger
LONGEST_SIDE = 2560

# What phones, cameras and chats send. Others stay closed: each decoder is one more way in.
_READ = ("JPEG", "PNG", "WEBP", "GIF", "BMP")

_HEIC_MARKS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
HEIC = _(
    "This is a HEIC photo, which only some phones can read. Set the camera to JPEG (“most compatible”), or "
    "send a screenshot of the photo."
)
NOT_READABLE = _("This picture cannot be read. Please send a photo (JPEG, PNG or WebP).")
TOO_LARGE = _("This picture is too large. Please send a smaller one.")
BROKEN = _("This picture arrived incomplete. Please send it again.")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture file made here."""

    media_type: str
    content: bytes
    width: int
    height: int


def open_picture(content: bytes) -> tuple[Image.Image, tuple[float, float] | None]:
    """The picture, upright, and the position (latitude, longitude) its phone had noted. It is decoded whole,
    so a broken file fails here; its size is checked from the header, before anything is unfolded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(content), formats=_READ)
            allowed = MAX_JPEG_PIXELS if picture.format in ("JPEG", "MPO") else MAX_PIXELS
            if picture.width * picture.height > allowed:
                raise Invalid(TOO_LARGE, code="too-many-pixels", field="file")
            position = _position_of(picture)
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture.load()
            return ImageOps.exif_transpose(picture), position
    except UnidentifiedImageError as fault:
        said = HEIC if _is_heic(content) else NOT_READABLE
        raise Invalid(said, code="not-a-picture", field="file") from fault
    except Image.DecompressionBombError as fault:
        raise Invalid(TOO_LARGE, code="too-many-pixels", field="file") from fault
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error) as fault:
        raise Invalid(BROKEN, code="broken-picture", field="file") from fault


def redraw(picture: Image.Image, side: int) -> Drawn:
    """A new file of at most `side` pixels on the longer side: JPEG, or WebP if something shines through."""
    clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    plain = picture.convert("RGBA" if clear else "RGB")
    plain.info.clear()
    plain.thumbnail((side, side), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if clear:
        plain.save(out, "WEBP", quality=85, method=2)
    else:
        plain.save(out, "JPEG", quality=85, optimize=side < LONGEST_SIDE)
    return Drawn("image/webp" if clear else "image/jpeg", out.getvalue(), plain.width, plain.height)


def _is_heic(content: bytes) -> bool:
    """By the mark of its container: what iPhones store when nobody asks for JPEG."""
    return content[4:8] == b"ftyp" and content[8:12] in _HEIC_MARKS


def _position_of(picture: Image.Image) -> tuple[float, float] | None:
    """None when absent, odd or at 0,0 (a phone without reception)."""
    try:
        notes: dict[int, Any] = dict(picture.getexif().get_ifd(ExifTags.IFD.GPSInfo))
        lat = _degrees(notes[ExifTags.GPS.GPSLatitude], below=notes.get(ExifTags.GPS.GPSLatitudeRef) == "S")
        lng = _degrees(notes[ExifTags.GPS.GPSLongitude], below=notes.get(ExifTags.GPS.GPSLongitudeRef) == "W")
    except Exception:  # whatever stands in a stranger's file must not stop the photo
        return None
    if not (-90 <= lat <= 90 and -180 <= lng <= 180) or (abs(lat) < 1e-9 and abs(lng) < 1e-9):
        return None
    return round(lat, 7), round(lng, 7)


def _degrees(parts: tuple[Any, Any, Any], *, below: bool) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    return -value if below else value
