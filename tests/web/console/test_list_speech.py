"""What was marked and waits."""

from django.urls import reverse
from tests.insight.topics import MARKED, leave_alone, propose_marked
from tests.routing.speaking import hold
from tests.web.console.desks import desk, is_closed, page, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library


def test_does_it(world: World) -> None:
    load_library(actor=SYSTEM)
    hold(world)
    shown = page(world, "secretary", "list_speech")
    assert "白痴" in shown and "Insult or threat" in shown and "Hide it, with the reason" in shown
    assert "Hide it, with the reason" not in page(world, "auditor", "list_speech")


def test_says_what_it_is_and_whose_decision_it_is_not(world: World) -> None:
    ref = propose_marked(world)
    mine, other = page(world, "secretary", "list_speech"), page(world, "deputy", "list_speech")
    assert "You wrote this yourself" in mine and 'value="release"' not in mine
    assert "You wrote this yourself" not in other and 'value="release"' in other
    assert reverse("console:show_topic", args=[ref]) in other


def test_the_administrator_finds_what_nobody_else_decides(world: World) -> None:
    ref = propose_marked(world)
    assert "Nothing waits." in page(world, "administrator", "list_speech")
    leave_alone(world, "secretary")
    assert 'value="release"' in page(world, "administrator", "list_speech")
    topic = page(world, "administrator", "show_topic", ref)
    assert "Decide in the speech check" in topic and MARKED in topic


def test_says_when_nothing_waits(world: World) -> None:
    load_library(actor=SYSTEM)
    assert "Nothing waits." in page(world, "secretary", "list_speech")


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "secretary"), reverse("console:list_speech"), "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = reverse("console:list_speech")
    assert is_closed(world, "resident", address) and is_closed(world, "grid_leader", address)
