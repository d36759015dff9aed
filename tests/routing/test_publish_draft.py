"""What somebody worked on becomes the next version."""

import pytest
from tests.routing.test_edit_draft import LAMPS
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import NotFound
from gongzhi.routing.actions import edit_draft, publish_draft, publish_list
from gongzhi.routing.actions.publish_list import ListMovedOn
from gongzhi.routing.queries import (
    ListKind,
    PutPath,
    ReportFacts,
    decide_path,
    find_draft,
    find_list,
    list_paths,
    shipped_text,
)


def test_it_holds_at_once_with_author_and_note(street: World) -> None:
    facts = ReportFacts("楼道灯不亮", "page", place_id=street.place("entrance"))
    assert decide_path(facts).seat_id == street.seat("grid_leader")
    edit_draft(PutPath(LAMPS), actor=street.administrator.actor)
    assert publish_draft(note="路灯 试行", actor=street.administrator.actor) == 2
    assert decide_path(facts).seat_id == street.seat("secretary")
    newest = find_list(ListKind.PATHS)
    assert newest is not None
    assert (newest.by_user_id, newest.note) == (street.administrator.user_id, "路灯 试行")
    assert find_draft(street.administrator.actor) is None


def test_somebody_was_faster(street: World) -> None:
    edit_draft(PutPath(LAMPS), actor=street.administrator.actor)
    publish_list(ListKind.PATHS, shipped_text(ListKind.PATHS), actor=SYSTEM)
    with pytest.raises(ListMovedOn):
        publish_draft(note="", actor=street.administrator.actor)
    assert len(list_paths()) == 11
    assert find_draft(street.administrator.actor) is not None


def test_without_a_draft_there_is_nothing_to_save(street: World) -> None:
    with pytest.raises(NotFound):
        publish_draft(note="", actor=street.administrator.actor)
