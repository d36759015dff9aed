"""Make versions of the files that lie in the folders."""

from django.db import transaction

from gongzhi.kernel.actors import SYSTEM, Actor
from gongzhi.playbooks.actions._keeping import Draft, keep_version
from gongzhi.playbooks.models import Origin, Version
from gongzhi.playbooks.queries.files import look_at_files, read_files
from gongzhi.playbooks.queries.versions import note_taken_in
from gongzhi.playbooks.rules.files import Kept, list_news


def load_library(*, actor: Actor = SYSTEM) -> int:
    """Take in every sound file that is news; faulty ones are left where they are and shown with their lines
    (`queries.list_files`). How many versions were made. Doing it again changes nothing."""
    stamps = look_at_files()
    files = read_files(stamps)
    with transaction.atomic():
        rows = Version.objects.values_list("name", "digest", "origin", "withdrawn_at")
        kept = [Kept(name, digest, origin, bool(gone)) for name, digest, origin, gone in rows]
        news = list_news(files, kept)
        for file in news:
            origin = Origin.LIBRARY if file.shipped else Origin.DROPPED
            keep_version(Draft(file.name, file.text, origin), actor=actor)
    note_taken_in(stamps)
    return len(news)
