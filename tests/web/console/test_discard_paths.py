"""The draft is dropped."""

from django.urls import reverse
from tests.routing.test_edit_draft import LAMPS
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.routing.actions import edit_draft
from gongzhi.routing.queries import PutPath, find_draft

ADDRESS = reverse("console:discard_paths")


def test_does_it(world: World) -> None:
    edit_draft(PutPath(LAMPS), actor=world.administrator.actor)
    assert desk(world, "administrator").post(ADDRESS).status_code == 302
    assert find_draft(world.administrator.actor) is None


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS, "post")
    assert is_closed(world, "resident", ADDRESS, "post")
