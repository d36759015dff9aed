"""A title that was kept back is appealed from its topic's page."""

from django.urls import reverse
from tests.insight.topics import held_of, keep_back, propose_marked
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.delivery import drain
from gongzhi.routing.actions import decide_appeal

WORDS = "501是空置房"


def test_it_waits_for_somebody_else_and_comes_back(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    keep_back(world, ref)
    desk, address = desk_of("secretary"), reverse("console:appeal_topic", args=[ref])
    page = desk.post(address, {"words": WORDS}, follow=True).content.decode()
    assert WORDS in page and held_of(ref) == "appealed"
    decide_appeal(subject_of(ref), show=False, why="还是认得出", actor=world.duty_desk.actor)
    drain()
    page = desk.get(reverse("console:show_topic", args=[ref])).content.decode()
    assert "还是认得出" in page and address not in page


def test_errors_are_shown(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    keep_back(world, ref)
    address = reverse("console:appeal_topic", args=[ref])
    assert "一句话" in desk_of("secretary").post(address, {"words": ""}, follow=True).content.decode()


def test_refuses_outsiders_and_other_methods(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    keep_back(world, ref)
    address = reverse("console:appeal_topic", args=[ref])
    for key in ("resident", "grid_leader", "deputy", "far_staff"):
        assert desk_of(key).post(address, {"words": WORDS}).status_code == 404
    assert refuses(desk_of("secretary"), address, "get")
