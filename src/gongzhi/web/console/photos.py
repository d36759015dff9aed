"""Photos sent along with an act: kept at once, so that a form that fails never loses them.

Whoever uploaded one holds a signed token for it; nothing else says whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.urls import reverse

from gongzhi.kernel import files
from gongzhi.kernel.errors import NotFound, Refusal
from gongzhi.web.doors import actor_of

SALT = "console.kept"
KEPT_SECONDS = 7 * 24 * 3600
MOST_PHOTOS = 9


@dataclass(frozen=True)
class KeptPhoto:
    """A photo that waits for its form."""

    token: str
    address: str


@dataclass(frozen=True)
class Kept:
    """The photos of a form as it came: those kept, their files, and what was wrong with one of them."""

    photos: tuple[KeptPhoto, ...] = ()
    refs: tuple[str, ...] = ()
    wrong: str = ""


NOTHING_KEPT = Kept()


def keep_photos(request: HttpRequest) -> Kept:
    """Store what was sent along (`photos`), beside what was kept before (`kept`)."""
    wrong = ""
    tokens = [token for token in request.POST.getlist("kept") if _ref_or_none(token)]
    for upload in request.FILES.getlist("photos"):
        if len(tokens) >= MOST_PHOTOS or not isinstance(upload, UploadedFile) or not upload.size:
            continue
        try:
            stored = files.store_photo(upload, owner_kind="draft", by=actor_of(request).user_id)
        except Refusal as refusal:
            wrong = str(refusal)
            continue
        tokens.append(signing.dumps(stored.ref, salt=SALT))
    return Kept(_photos_of(tokens), tuple(open_token(token) for token in tokens), wrong)


def open_token(token: str) -> str:
    """The file behind a token. Raises NotFound for one we did not give or that is too old."""
    try:
        return str(signing.loads(token, salt=SALT, max_age=KEPT_SECONDS))
    except signing.BadSignature as fault:
        raise NotFound from fault


def _ref_or_none(token: str) -> str | None:
    try:
        return open_token(token)
    except NotFound:
        return None


def _photos_of(tokens: Iterable[str]) -> tuple[KeptPhoto, ...]:
    return tuple(KeptPhoto(token, reverse("console:show_kept", args=[token])) for token in tokens)
