import io
import struct
import wave

import pytest

from gongzhi.kernel import files, voices
from gongzhi.kernel.errors import Invalid


def wav(seconds: int) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * 8000 * seconds)
    return out.getvalue()


def ogg(seconds: int) -> bytes:
    def page(position: int, body: bytes) -> bytes:
        return b"OggS\x00\x00" + struct.pack("<q", position) + b"\x00" * 12 + b"\x01" + body

    return page(0, b"OpusHead\x01") + page(48_000 * seconds, b"sound")


def webm(seconds: float | None) -> bytes:
    head = b"\x1aE\xdf\xa3\x9fB\x82\x84webm" + b"\x2a\xd7\xb1\x83\x0f\x42\x40"
    length = b"\x44\x89\x88" + struct.pack(">d", seconds * 1000) if seconds else b""
    return head + length + b"\x00" * 100


def mp4(seconds: int) -> bytes:
    head = struct.pack(">I", 24) + b"ftypM4A " + b"\x00" * 12
    movie = struct.pack(">I", 116) + b"moov" + struct.pack(">I", 108) + b"mvhd"
    return head + movie + b"\x00" * 12 + struct.pack(">II", 1000, 1000 * seconds) + b"\x00" * 80


@pytest.mark.parametrize(
    ("content", "media_type", "seconds"),
    [
        (wav(3), "audio/wav", 3),
        (ogg(40), "audio/ogg", 40),
        (webm(12.4), "audio/webm", 12),
        (webm(None), "audio/webm", 0),
        (mp4(119), "audio/mp4", 119),
    ],
)
def test_recordings_are_told_by_their_bytes(content: bytes, media_type: str, seconds: int) -> None:
    assert voices.examine(content) == voices.Recording(media_type, seconds)


@pytest.mark.parametrize("content", [wav(125), ogg(130), webm(300.0), mp4(600)])
def test_more_than_two_minutes_is_refused(content: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        voices.examine(content)
    assert refused.value.code == "too-long"


@pytest.mark.parametrize(
    "content", [b"ID3\x03music", b"<html>", b"OggS", b"RIFF\x00\x00\x00\x00WAVE", b"\x00\x00\x00\x18ftypM4A "]
)
def test_other_and_broken_files_are_refused(content: bytes) -> None:
    with pytest.raises(Invalid):
        voices.examine(content)


@pytest.mark.django_db
def test_a_recording_is_kept_as_it_came() -> None:
    stored = files.store_voice(wav(2), owner_kind="case", owner_ref="1", by=3)
    with files.open_file(stored.ref) as kept:
        assert kept.read() == wav(2)
    assert (stored.kind, stored.seconds) == ("voice", 2)
    with pytest.raises(Invalid) as refused:
        files.store_voice(b"x" * (voices.MAX_BYTES + 1))
    assert refused.value.code == "too-large"
