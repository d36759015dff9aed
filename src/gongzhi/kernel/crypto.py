"""Sealing what identifies a person, and looking it up without opening it.

A key ring file outside the database (mode 0600) holds versions with ids. Sealed text carries algorithm and
key id in front, so ciphers and keys can change while old text stays readable: `a:k1:…` is AES-256-GCM,
`s:k1:…` is SM4-GCM (GB/T 32907, selectable by setting GONGZHI_CIPHER="sm4"). The purpose is bound in: what
was sealed as a phone cannot be passed off as a name. Exact look-up goes by a keyed hash; after a rotation,
look up under every key until all rows are hashed anew.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import tempfile
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from gongzhi.kernel import clock

AES, SM4 = "a", "s"
_NONCE, _TAG = 12, 16


class Unreadable(Exception):
    """Sealed text that no key of the ring opens: another ring, another purpose, or a changed text."""


@dataclass(frozen=True, slots=True)
class Ring:
    """The keys of this deployment: id → secret, and the id new text is sealed with."""

    current: str
    secrets: dict[str, bytes]


_held: tuple[Path, int, Ring] | None = None
_lock = threading.Lock()


def _read(place: Path) -> Ring:
    written = json.loads(place.read_text())
    return Ring(
        written["current"], {name: base64.b64decode(key["secret"]) for name, key in written["keys"].items()}
    )


def _fresh_entry() -> dict[str, str]:
    return {
        "secret": base64.b64encode(secrets.token_bytes(32)).decode(),
        "made": clock.now().isoformat(timespec="seconds"),
    }


def _write_draft(place: Path, written: object) -> Path:
    """A finished file beside `place`, readable by nobody else, on the disk for good."""
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=place.name)
    with os.fdopen(descriptor, "w") as out:
        json.dump(written, out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    return Path(name)


def _make(place: Path) -> None:
    """The first ring. Linked, not renamed: of two processes starting together the first one's ring stays."""
    draft = _write_draft(place, {"current": "k1", "keys": {"k1": _fresh_entry()}})
    try:
        os.link(draft, place)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def ring() -> Ring:
    """The present key ring; read anew when the file has changed, so a rotation reaches every process."""
    global _held  # noqa: PLW0603 - the ring is kept a process long
    place = Path(settings.GONGZHI_KEYS)
    try:
        stamp = place.stat().st_mtime_ns
    except FileNotFoundError:
        with _lock:
            _make(place)
        stamp = place.stat().st_mtime_ns
    held = _held
    if held is None or held[0] != place or held[1] != stamp:
        held = (place, stamp, _read(place))
        _held = held
    return held[2]


def rotate() -> str:
    """Add a key and seal with it from now on; the old ones stay for reading. Answers the new key's id."""
    place = Path(settings.GONGZHI_KEYS)
    ring()
    with _lock:
        written = json.loads(place.read_text())
        name = f"k{len(written['keys']) + 1}"
        written["keys"][name] = _fresh_entry()
        written["current"] = name
        _write_draft(place, written).replace(place)
    return name


@lru_cache(maxsize=256)
def _derived(secret: bytes, use: str, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt=None, info=f"gongzhi {use}".encode()).derive(secret)


def _seal_sm4(key: bytes, nonce: bytes, plain: bytes, bound: bytes) -> bytes:
    lock = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    lock.authenticate_additional_data(bound)
    return lock.update(plain) + lock.finalize() + lock.tag


def _unseal_sm4(key: bytes, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
    lock = Cipher(algorithms.SM4(key), modes.GCM(nonce, sealed[-_TAG:])).decryptor()
    lock.authenticate_additional_data(bound)
    return lock.update(sealed[:-_TAG]) + lock.finalize()


def seal(text: str, *, purpose: str) -> str:
    """Encrypt `text` for `purpose`; the answer is printable, names cipher and key. Never twice the same."""
    keys = ring()
    cipher = SM4 if getattr(settings, "GONGZHI_CIPHER", "aes") == "sm4" else AES
    nonce, plain, bound = secrets.token_bytes(_NONCE), text.encode(), purpose.encode()
    secret = keys.secrets[keys.current]
    if cipher == SM4:
        body = _seal_sm4(_derived(secret, "seal sm4", 16), nonce, plain, bound)
    else:
        body = AESGCM(_derived(secret, "seal aes", 32)).encrypt(nonce, plain, bound)
    return f"{cipher}:{keys.current}:{base64.urlsafe_b64encode(nonce + body).decode()}"


def unseal(sealed: str, *, purpose: str) -> str:
    """Open what `seal` closed for the same purpose; raises Unreadable when it does not open."""
    try:
        cipher, key_id, packed = sealed.split(":", 2)
        secret = ring().secrets[key_id]
        body = base64.urlsafe_b64decode(packed)
        nonce, rest, bound = body[:_NONCE], body[_NONCE:], purpose.encode()
        if cipher == SM4:
            return _unseal_sm4(_derived(secret, "seal sm4", 16), nonce, rest, bound).decode()
        return AESGCM(_derived(secret, "seal aes", 32)).decrypt(nonce, rest, bound).decode()
    except (InvalidTag, KeyError, ValueError) as fault:
        raise Unreadable(f"sealed text does not open for purpose {purpose!r}") from fault


def sealed_with(sealed: str) -> str:
    """The id of the key a sealed text was closed with: the re-sealing sweep asks for it."""
    return sealed.split(":", 2)[1]


def _hash_under(secret: bytes, text: str, purpose: str) -> str:
    return hmac.new(_derived(secret, f"hash {purpose}", 32), text.encode(), hashlib.sha256).hexdigest()


def keyed_hash(text: str, *, purpose: str) -> tuple[str, str]:
    """Hash for exact look-up under the present key: (64 hex digits, key id)."""
    keys = ring()
    return _hash_under(keys.secrets[keys.current], text, purpose), keys.current


def all_hashes(text: str, *, purpose: str) -> tuple[str, ...]:
    """The hash under every key, newest first: `phone_hash__in=all_hashes(…)` finds older rows too."""
    keys = ring()
    names = sorted(keys.secrets, key=lambda name: (name != keys.current, -int(name[1:])))
    return tuple(_hash_under(keys.secrets[name], text, purpose) for name in names)


def digest(text: str) -> str:
    """SHA-256 of a text, 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def fresh_key() -> str:
    """A key of its own for one text, 64 hex digits; it is erased together with the text."""
    return secrets.token_hex(32)


def keyed_digest(text: str, key: str) -> str:
    """Digest of a resident's words under their own key: once both are erased it tells nothing, and the chain
    that contains it stays whole. 64 hex digits."""
    return hmac.new(bytes.fromhex(key), text.encode(), hashlib.sha256).hexdigest()
