"""The draft becomes the next version."""

from django.urls import reverse
from tests.routing.test_edit_draft import LAMPS
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import edit_draft, publish_list
from gongzhi.routing.queries import (
    DropPath,
    ListKind,
    PutPath,
    find_draft,
    list_paths,
    list_versions,
    shipped_text,
)

ADDRESS = reverse("console:publish_paths")


def test_does_it(world: World) -> None:
    edit_draft(PutPath(LAMPS), actor=world.administrator.actor)
    answer = desk(world, "administrator").post(ADDRESS, {"note": "路灯试行"}, follow=True)
    assert "the new paths hold at once" in answer.content.decode()
    assert list_paths()[0] == LAMPS
    newest = list_versions(ListKind.PATHS)[0]
    assert (newest.note, newest.by_user_id) == ("路灯试行", world.administrator.user_id)


def test_somebody_was_faster(world: World) -> None:
    edit_draft(PutPath(LAMPS), actor=world.administrator.actor)
    publish_list(ListKind.PATHS, shipped_text(ListKind.PATHS), actor=SYSTEM)
    answer = desk(world, "administrator").post(ADDRESS, follow=True)
    assert "Somebody else has changed this list meanwhile" in answer.content.decode()
    assert find_draft(world.administrator.actor) is not None


def test_an_empty_list_is_refused(world: World) -> None:
    for path in list_paths():
        edit_draft(DropPath(path.code), actor=world.administrator.actor)
    answer = desk(world, "administrator").post(ADDRESS, follow=True)
    assert "cannot be used" in answer.content.decode()
    assert len(list_paths()) == 11


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS, "post")
    assert is_closed(world, "resident", ADDRESS, "post")
