"""Writing one more version down: shared by those that publish and those that load files."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Max

from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict
from gongzhi.kernel.events import announce
from gongzhi.playbooks.events import VersionPublished
from gongzhi.playbooks.models import Version
from gongzhi.playbooks.queries.versions import note_settled, note_unsettled
from gongzhi.playbooks.rules.schema import digest_of

TRIES = 3


@dataclass(frozen=True)
class Draft:
    """A text that passed the checks, about to become a version."""

    name: str
    text: str
    origin: str
    ground_id: int | None = None


def keep_version(draft: Draft, *, actor: Actor) -> Version:
    """The next number of that name. Where two write at once in spite of the lock (the very first
    time), the constraint decides and the other counts again.
    Raises Conflict."""
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return _write(draft, actor)
        except IntegrityError:
            continue
    raise Conflict()


def _write(draft: Draft, actor: Actor) -> Version:
    revision.bump("playbooks")  # its row is the lock that lets one writer count at a time
    last = Version.objects.filter(name=draft.name).aggregate(last=Max("n"))["last"] or 0
    version = Version.objects.create(
        name=draft.name,
        n=last + 1,
        yaml_text=draft.text,
        digest=digest_of(draft.text),
        origin=draft.origin,
        author_id=actor.user_id,
        ground_id=draft.ground_id,
        created_at=clock.now(),
    )
    note_unsettled(version.pk)
    transaction.on_commit(lambda: note_settled(version.pk))
    announce(
        VersionPublished(
            version_id=version.pk,
            name=version.name,
            n=version.n,
            origin=version.origin,
            by_user=actor.user_id,
        )
    )
    return version
