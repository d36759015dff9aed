"""Checking a text against the names this street knows, and saying in words what is wrong."""

from collections.abc import Iterable

from django.utils.translation import gettext

from gongzhi.parties.queries import list_posts
from gongzhi.playbooks.rules.catalogue import CATALOGUE, Call, Known, Name, Sort, list_unoffered
from gongzhi.playbooks.rules.checks import check_text as check_text_with
from gongzhi.playbooks.rules.explaining import SENTENCES
from gongzhi.playbooks.rules.faults import Fault
from gongzhi.playbooks.rules.schema import Reading
from gongzhi.playbooks.rules.shapes import Playbook, Titled


def known_names(playbooks: Iterable[str] = ()) -> Known:
    """Every name a playbook may use here: the catalogue, the street's posts, the playbooks at hand."""
    return CATALOGUE.known((post.code for post in list_posts()), playbooks)


def check_text_fully(text: str, playbooks: Iterable[str] = ()) -> tuple[Reading, tuple[Fault, ...]]:
    """What a text says and everything wrong with it, in the order of its lines."""
    return check_text_with(text, known_names(playbooks))


def explain(fault: Fault) -> str:
    """One fault as a sentence in the reader's language, with its line."""
    said = gettext(SENTENCES[fault.code]) % fault.params
    return gettext("Line %(line)s: %(said)s") % {"line": fault.line, "said": said}


def title_of(sort: str, name: str) -> Titled:
    """What a name of the catalogue (`kinds`, `relations`, `sets`, `evidence`) is called in both languages."""
    return CATALOGUE.title_of(Sort(sort), name)


def list_names(sort: str) -> tuple[Name, ...]:
    """Every declared name of one sort, for the reference pages and the editor."""
    return tuple(CATALOGUE.names_of(Sort(sort)).values())


def find_relation(name: str) -> Call | None:
    """What a room put behind a relation, for the room that plays the case."""
    return CATALOGUE.find_call(Sort.RELATION, name)


def is_offered(sort: str, name: str) -> bool:
    """Does somebody stand behind the name in this release?"""
    return CATALOGUE.is_offered(Sort(sort), name)


def list_awaited_kinds(playbook: Playbook) -> tuple[str, ...]:
    """Kinds of steps no room offers yet: as long as there are any, the playbook cannot be started."""
    return tuple(name for _, name in list_unoffered(playbook, CATALOGUE))
