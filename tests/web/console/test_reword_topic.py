"""A held topic is worded anew."""

from django.urls import reverse
from tests.insight.topics import CIVIL, MARKED, held_of, propose_marked
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

ADDRESS = "console:reword_topic"


def test_without_what_was_marked_it_goes_on(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    answer = desk_of("secretary").post(reverse(ADDRESS, args=[ref]), {"title": CIVIL}, follow=True)
    assert CIVIL in answer.content.decode()
    assert held_of(ref) == ""


def test_marked_again_it_is_shown_first(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    desk, address = desk_of("secretary"), reverse(ADDRESS, args=[ref])
    page = desk.post(address, {"title": f"请问{MARKED}"}).content.decode()
    assert "<mark" in page and f'value="请问{MARKED}"' in page
    desk.post(address, {"title": f"请问{MARKED}", "as_it_is": "1"})
    assert held_of(ref) == "waiting"


def test_errors_are_shown(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    said = {"title": MARKED, "as_it_is": "1"}
    answer = desk_of("secretary").post(reverse(ADDRESS, args=[ref]), said)
    assert answer.status_code == 400
    assert "没有改动" in answer.content.decode()


def test_refuses_outsiders_and_other_methods(desk_of: Desk, world: World) -> None:
    address = reverse(ADDRESS, args=[propose_marked(world)])
    for key in ("resident", "grid_leader", "deputy", "far_staff"):
        assert desk_of(key).post(address, {"title": MARKED}).status_code == 404
    assert refuses(desk_of("secretary"), address, "get")
