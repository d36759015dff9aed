"""The working draft as cards."""

from django.urls import reverse
from tests.routing.test_edit_draft import LAMPS
from tests.web.console.desks import desk, is_closed, page, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import edit_draft, publish_list
from gongzhi.routing.queries import DropPath, ListKind, PathRule, PutPath, Titled, shipped_text

ADDRESS = reverse("console:edit_paths")


def test_does_it(world: World) -> None:
    shown = page(world, "administrator", "edit_paths")
    assert "Paths in force" in shown
    assert "Small matters straight to the grid leader" in shown
    assert "Micro-grid leader" in shown
    assert "Save the draft" not in shown


def test_a_draft_shows_what_is_new_and_what_is_gone(world: World) -> None:
    for edit in (PutPath(LAMPS), DropPath("11")):
        edit_draft(edit, actor=world.administrator.actor)
    shown = page(world, "administrator", "edit_paths")
    assert "Paths: my draft" in shown
    assert "Lamps to the secretary" in shown
    assert "Taken out:" in shown
    assert "Save the draft" in shown


def test_dead_paths_and_overlaps_stand_on_their_card(world: World) -> None:
    everything = PathRule("12", Titled("都给书记", "All to the secretary"), "community-secretary", ({},))
    edit_draft(PutPath(everything), actor=world.administrator.actor)
    shown = page(world, "administrator", "edit_paths")
    assert "Path 9 is never taken: path 12 comes first." in shown
    assert "every report that comes this far" in shown
    assert "Some reports fit path" not in shown  # dead ones are not said to overlap as well


def test_somebody_was_faster(world: World) -> None:
    edit_draft(PutPath(LAMPS), actor=world.administrator.actor)
    publish_list(ListKind.PATHS, shipped_text(ListKind.PATHS), actor=SYSTEM)
    assert "can no longer be saved over them" in page(world, "administrator", "edit_paths")


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS)
    assert is_closed(world, "resident", ADDRESS)
