"""Somebody works on the paths; nothing holds yet."""

import pytest
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied, NotFound
from gongzhi.routing.actions import edit_draft, publish_list
from gongzhi.routing.queries import (
    DropPath,
    ListKind,
    MovePath,
    PathRule,
    PutPath,
    Titled,
    find_draft,
    list_paths,
    next_path_code,
    shipped_text,
)
from gongzhi.routing.rules import BadList

LAMPS = PathRule(
    "12",
    Titled("路灯直到书记", "Lamps to the secretary"),
    "community-secretary",
    ({"category": ("corridor-lighting",)},),
)


def test_a_draft_begins_from_what_holds_and_holds_nothing(street: World) -> None:
    editor = street.administrator.actor
    assert find_draft(editor) is None
    edit_draft(PutPath(LAMPS), actor=editor)
    draft = find_draft(editor)
    assert draft is not None
    assert (draft.paths[0], len(draft.paths), draft.base_n, draft.overtaken) == (LAMPS, 12, 1, False)
    assert draft.text.startswith(shipped_text(ListKind.PATHS)[:40])
    assert len(list_paths()) == 11


def test_changes_add_up(street: World) -> None:
    editor = street.administrator.actor
    for edit in (PutPath(LAMPS), MovePath("12", 2), DropPath("2")):
        edit_draft(edit, actor=editor)
    draft = find_draft(editor)
    assert draft is not None
    assert [one.code for one in draft.paths][:3] == ["1", "12", "3"]
    assert next_path_code(draft) == "13"


def test_each_has_their_own(street: World) -> None:
    edit_draft(PutPath(LAMPS), actor=street.administrator.actor)
    assert find_draft(street.leader.actor) is None


def test_it_knows_when_somebody_was_faster(street: World) -> None:
    edit_draft(PutPath(LAMPS), actor=street.administrator.actor)
    publish_list(ListKind.PATHS, shipped_text(ListKind.PATHS), actor=SYSTEM)
    draft = find_draft(street.administrator.actor)
    assert draft is not None
    assert draft.overtaken


def test_refusals(street: World) -> None:
    with pytest.raises(Denied):
        edit_draft(PutPath(LAMPS), actor=street.secretary.actor)
    with pytest.raises(Denied):
        edit_draft(PutPath(LAMPS), actor=SYSTEM)
    with pytest.raises(NotFound):
        edit_draft(DropPath("99"), actor=street.administrator.actor)
    nameless = PathRule("13", Titled("", ""), "duty-desk", ({},))
    with pytest.raises(BadList):
        edit_draft(PutPath(nameless), actor=street.administrator.actor)
    assert find_draft(street.administrator.actor) is None
