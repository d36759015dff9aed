"""Would this be marked before it becomes public?"""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import load_library


def test_does_it(world: World) -> None:
    load_library(actor=SYSTEM)
    address, marked = reverse("console:check_sentence"), {"words": "白痴主任，电话13800001234"}
    shown = desk(world, "administrator").post(address, marked).content.decode()
    assert "Insult or threat" in shown and "(number left out)" in shown
    civil = desk(world, "secretary").post(address, {"words": "主任应当公开账目"})
    assert "Nothing is marked" in civil.content.decode()


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(reverse("console:check_sentence"), {"words": " "})
    assert answer.status_code == 400


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), reverse("console:check_sentence"), "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = reverse("console:check_sentence")
    assert is_closed(world, "resident", address) and is_closed(world, "grid_leader", address)
