"""Photos and recordings sent ahead of their report: kept at once, so a failed form never loses them.

Whoever uploaded one holds a signed token for it; nothing else says whose it is, and nobody can ask for a file
by guessing its number.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core import signing
from django.urls import reverse

from gongzhi.kernel import files
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import NotFound

SALT = "resident.draft"
KEPT_SECONDS = 30 * 24 * 3600
MOST_PHOTOS = 9


@dataclass(frozen=True)
class DraftPhoto:
    """One photo that waits for its report."""

    token: str
    url: str


def keep_file(kind: str, upload: files.Upload, *, actor: Actor) -> str:
    """Store it and answer the token. Raises Invalid for what is no picture or no recording."""
    store = files.store_voice if kind == "voice" else files.store_photo
    stored = store(upload, owner_kind="draft", by=actor.user_id)
    return signing.dumps(stored.ref, salt=SALT)


def photo_address(file_ref: str) -> str:
    """Where a photo is shown to one who may see it now: signed, good for a while, never to be guessed."""
    return reverse("resident:show_draft", args=[signing.dumps(file_ref, salt=SALT)])


def open_token(token: str) -> str:
    """The reference behind a token. Raises NotFound for one we did not give or that is too old."""
    try:
        return str(signing.loads(token, salt=SALT, max_age=KEPT_SECONDS))
    except signing.BadSignature as fault:
        raise NotFound from fault


def list_drafts(tokens: Iterable[str]) -> tuple[DraftPhoto, ...]:
    """The photos of a form as it came back; unknown tokens are left out."""
    kept = []
    for token in dict.fromkeys(tokens):
        try:
            open_token(token)
        except NotFound:
            continue
        kept.append(DraftPhoto(token, reverse("resident:show_draft", args=[token])))
    return tuple(kept[:MOST_PHOTOS])


def refs_of(tokens: Iterable[str]) -> tuple[str, ...]:
    """The stored files behind the tokens, in order."""
    return tuple(open_token(draft.token) for draft in list_drafts(tokens))
