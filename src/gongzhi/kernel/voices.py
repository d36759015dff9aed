"""Recognising a voice recording by its bytes and finding its length, without unfolding it."""

import struct
from dataclasses import dataclass

from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _

MAX_BYTES = 5 * 1024 * 1024
MAX_SECONDS = 120

TOO_LARGE = _("The recording is too large. Please keep it under two minutes.")
TOO_LONG = _("The recording is longer than two minutes. Please record a shorter one.")
NOT_READABLE = _("This recording cannot be played. Please record it again.")


@dataclass(frozen=True, slots=True)
class Recording:
    """What a recording is. `seconds` is 0 when the file does not say, as live WebM recordings often do not:
    then its size is the limit."""

    media_type: str
    seconds: int


def examine(content: bytes) -> Recording:
    """The kind and length of a recording; refuses other files and those over two minutes."""
    seconds: float | None
    try:
        if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
            media_type, seconds = "audio/wav", _wav_seconds(content)
        elif content[:4] == b"OggS":
            media_type, seconds = "audio/ogg", _ogg_seconds(content)
        elif content[:4] == b"\x1aE\xdf\xa3" and b"webm" in content[:64]:
            media_type, seconds = "audio/webm", _webm_seconds(content)
        elif content[4:8] == b"ftyp":
            media_type, seconds = "audio/mp4", _mp4_seconds(content)
        else:
            raise Invalid(NOT_READABLE, code="not-a-recording", field="voice")
    except (struct.error, IndexError, ZeroDivisionError) as fault:
        raise Invalid(NOT_READABLE, code="broken-recording", field="voice") from fault
    if seconds is not None and seconds > MAX_SECONDS + 1:
        raise Invalid(TOO_LONG, code="too-long", field="voice")
    return Recording(media_type, round(seconds or 0))


def _wav_seconds(content: bytes) -> float:
    at, rate = 12, 0
    while at + 8 <= len(content):
        name, size = content[at : at + 4], struct.unpack_from("<I", content, at + 4)[0]
        if name == b"fmt ":
            rate = struct.unpack_from("<I", content, at + 16)[0]
        if name == b"data":
            return float(min(size, len(content) - at - 8) / rate)
        at += 8 + size + size % 2
    raise struct.error("no sound in the file")


def _ogg_seconds(content: bytes) -> float:
    """The last page's position; Opus counts 48,000 a second, Vorbis says its rate in the first page."""
    last = content.rfind(b"OggS")
    position = struct.unpack_from("<q", content, last + 6)[0]
    head = content[:128]
    if b"OpusHead" in head:
        rate = 48_000
    else:
        rate = (
            struct.unpack_from("<I", head, head.index(b"\x01vorbis") + 12)[0] if b"\x01vorbis" in head else 0
        )
    if not rate:
        raise struct.error("neither Opus nor Vorbis")
    return float(max(position, 0) / rate)


def _webm_seconds(content: bytes) -> float | None:
    """Length from the Info element: Duration (0x4489) times TimecodeScale (0x2AD7B1, nanoseconds)."""
    head = content[:4096]
    at = head.find(b"\x44\x89")
    if at < 0:
        return None
    width = head[at + 2] & 0x0F
    if width not in (4, 8):
        return None
    length = struct.unpack_from(">d" if width == 8 else ">f", head, at + 3)[0]
    scale_at = head.find(b"\x2a\xd7\xb1")
    scale = 1_000_000
    if scale_at >= 0:
        digits = head[scale_at + 3] & 0x0F
        scale = int.from_bytes(head[scale_at + 4 : scale_at + 4 + digits], "big")
    seconds = length * scale / 1e9
    return float(seconds) if 0 < seconds < 1e6 else None


def _mp4_seconds(content: bytes) -> float | None:
    """Length from the movie header: duration over time scale; None in a fragmented file that says 0."""
    at = content.find(b"mvhd")
    if at < 0:
        raise struct.error("no movie header")
    if content[at + 4] == 1:
        scale, length = struct.unpack_from(">IQ", content, at + 24)
    else:
        scale, length = struct.unpack_from(">II", content, at + 16)
    return float(length / scale) if length else None
