"""A street changes its paths, its signs of danger, its kinds of matters or its list for speech."""

from django.db import transaction

from gongzhi.kernel import clock, revision
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.errors import Conflict
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.events import announce
from gongzhi.kernel.text import clean_line
from gongzhi.parties.queries import check_may_configure, list_organisations, list_posts
from gongzhi.routing.actions._kinds import write_tree
from gongzhi.routing.events import RuleListChanged
from gongzhi.routing.models import ListKind, RuleList
from gongzhi.routing.queries.lists import shipped_text
from gongzhi.routing.queries.present import REVISION, newest
from gongzhi.routing.rules import BadList, read_dangers, read_kinds, read_paths, read_yaml
from gongzhi.routing.rules.reading import read_speech
from gongzhi.routing.rules.speech_words import check_no_names


class ListMovedOn(Conflict):
    """Somebody else has saved meanwhile."""

    code = "list-moved-on"
    sentence: object = _("Somebody else has changed this list meanwhile. Please look at the newest version.")


@transaction.atomic
def publish_list(kind: ListKind, text: str, *, actor: Actor, note: str = "", seen: int | None = None) -> int:
    """Let a new version of a list hold from now on, in every process; answers its number. `seen` is the
    version the editor began from. Raises Denied, BadList, BrokenList, ListMovedOn, SomebodysName."""
    current = newest(kind)
    check_may_configure(actor)
    if seen is not None and seen != (current.n if current else 0):
        raise ListMovedOn()
    check_list(kind, text)
    if kind == ListKind.SPEECH:
        _check_names(current.text if current else shipped_text(kind), text)
    if kind == ListKind.KINDS:
        write_tree(read_kinds(read_yaml(text)), actor=actor)
    return write_list(kind, text, note=clean_line(note)[:200], actor=actor)


def _check_names(former: str, text: str) -> None:
    """Nobody's office or company is marked from now on. Raises SomebodysName."""
    posts = [name for post in list_posts() for name in (post.name.zh, post.name.en)]
    names = [*posts, *(body.name for body in list_organisations())]
    check_no_names(read_speech(read_yaml(former)), read_speech(read_yaml(text)), names)


def check_list(kind: ListKind, text: str) -> None:
    """The list can be read, and is not empty. Raises BadList, BrokenList."""
    written = read_yaml(text)
    if kind == ListKind.DANGERS:
        known: tuple[object, ...] = read_dangers(written).signs
    elif kind == ListKind.KINDS:
        known = read_kinds(written)
    elif kind == ListKind.SPEECH:
        known = tuple(read_speech(written).reasons)
    else:
        known = read_paths(written)
    if not known:
        raise BadList(entry=kind.value, part="list")


def write_list(kind: ListKind, text: str, *, note: str, actor: Actor) -> int:
    """The next version. The unique number decides between two at once."""
    current = newest(kind)
    n = current.n + 1 if current else 1
    RuleList.objects.create(
        kind=kind, n=n, text=text, note=note, by_user_id=actor.user_id, created_at=clock.now()
    )
    revision.bump(REVISION)
    announce(RuleListChanged(kind.value, n, actor.user_id))
    return n
