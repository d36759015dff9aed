"""Kinds of matters are written to the cases' own table; the list keeps how they stood."""

from collections.abc import Iterable

from gongzhi.cases.actions import CategoryDraft, register_categories
from gongzhi.cases.queries import list_categories
from gongzhi.kernel.actors import Actor
from gongzhi.routing.queries.kinds import kind_of
from gongzhi.routing.rules import Kind


def write_tree(kinds: Iterable[Kind], *, actor: Actor) -> None:
    """Let the tree stand as the list says; kinds it does not name are retired, as cases point to them."""
    wanted = tuple(kinds)
    named = {kind.code for kind in wanted}
    dropped = (draft_of(kind_of(one), active=False) for one in list_categories() if one.code not in named)
    register_categories((*map(draft_of, wanted), *dropped), actor=actor)


def draft_of(kind: Kind, *, active: bool | None = None) -> CategoryDraft:
    """A kind as cases take it."""
    return CategoryDraft(
        code=kind.code,
        scenario=kind.scenario,
        name_zh=kind.name_zh,
        name_en=kind.name_en,
        words=kind.words,
        parent=kind.parent,
        urgency=kind.urgency,
        common=kind.common,
        sort_no=kind.sort_no,
        active=kind.active if active is None else active,
    )
