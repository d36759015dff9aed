"""A path goes from the draft."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.routing.queries import find_draft, list_paths

ADDRESS = reverse("console:drop_path", args=["3"])


def test_does_it(world: World) -> None:
    assert desk(world, "administrator").post(ADDRESS).status_code == 302
    draft = find_draft(world.administrator.actor)
    assert draft is not None
    assert "3" not in {path.code for path in draft.paths}
    assert len(list_paths()) == 11


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS, "post")
    assert is_closed(world, "resident", ADDRESS, "post")
