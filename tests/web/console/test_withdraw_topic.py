"""Whoever proposed a topic takes it back."""

from django.urls import reverse
from tests.insight.topics import propose
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.insight.models import ProposedTopic

TITLE = "翠苑小区楼道照明怎么管"


def proposed(world: World) -> str:
    ref = propose(world, TITLE)
    return reverse("console:withdraw_topic", args=[ref])


def test_it_is_gone_from_the_page(desk_of: Desk, world: World) -> None:
    answer = desk_of("secretary").post(proposed(world), follow=True)
    assert TITLE not in answer.content.decode()


def test_one_that_was_taken_up_stays(desk_of: Desk, world: World) -> None:
    address = proposed(world)
    ProposedTopic.objects.update(taken_up="100000000000")
    answer = desk_of("secretary").post(address, follow=True)
    assert TITLE in answer.content.decode()


def test_refuses_outsiders_and_other_methods(desk_of: Desk, world: World) -> None:
    address = proposed(world)
    for key in ("resident", "grid_leader", "deputy", "far_staff"):
        assert desk_of(key).post(address).status_code == 404
    assert refuses(desk_of("secretary"), address, "get")
