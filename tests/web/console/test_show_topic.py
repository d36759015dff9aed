"""A topic: where its wording stands, why, and what its proposer may do."""

from django.urls import reverse
from tests.insight.topics import MARKED, WHY, keep_back, propose_marked
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.insight.actions import withdraw_topic
from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.delivery import drain
from gongzhi.routing.actions import release_speech


def read(desk_of: Desk, key: str, ref: str) -> str:
    """The page as somebody reads it."""
    return desk_of(key).get(reverse("console:show_topic", args=[ref])).content.decode()


def test_its_proposer_reads_what_is_marked_and_may_word_it_anew(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    page = read(desk_of, "secretary", ref)
    assert "<mark" in page and "等待人工审核" in page
    assert reverse("console:reword_topic", args=[ref]) in page
    assert reverse("console:appeal_topic", args=[ref]) not in page
    assert reverse("console:list_speech") + '"' in read(desk_of, "deputy", ref)


def test_kept_back_everybody_reads_why_and_the_proposer_may_appeal(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    keep_back(world, ref)
    mine, other = read(desk_of, "secretary", ref), read(desk_of, "grid_leader", ref)
    assert WHY in mine and WHY in other
    assert MARKED in mine and MARKED not in other
    assert reverse("console:appeal_topic", args=[ref]) in mine
    assert reverse("console:appeal_topic", args=[ref]) not in other


def test_released_everybody_of_the_ground_reads_it(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    release_speech(subject_of(ref), actor=world.deputy.actor)
    drain()
    page = read(desk_of, "grid_leader", ref)
    assert MARKED in page and "<mark" not in page


def test_refuses_outsiders_and_other_methods(desk_of: Desk, world: World) -> None:
    ref = propose_marked(world)
    address = reverse("console:show_topic", args=[ref])
    for key in ("resident", "other_grid_leader", "far_staff"):
        assert desk_of(key).get(address).status_code == 404
    assert refuses(desk_of("secretary"), address, "post")
    withdraw_topic(ref, actor=world.secretary.actor)
    assert desk_of("secretary").get(address).status_code == 404
