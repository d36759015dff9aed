"""Tried earlier or later."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.routing.queries import find_draft

ADDRESS = reverse("console:move_path", args=["3"])


def test_does_it(world: World) -> None:
    client = desk(world, "administrator")
    assert client.post(ADDRESS, {"to": "up"}).status_code == 302
    draft = find_draft(world.administrator.actor)
    assert draft is not None
    assert [path.code for path in draft.paths][:4] == ["1", "3", "2", "4"]
    client.post(ADDRESS, {"to": "last"})
    draft = find_draft(world.administrator.actor)
    assert draft is not None
    assert draft.paths[-1].code == "3"


def test_what_is_not_there(world: World) -> None:
    gone = reverse("console:move_path", args=["99"])
    assert desk(world, "administrator").post(gone, {"to": "up"}).status_code == 404


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS, "post")
    assert is_closed(world, "resident", ADDRESS, "post")
