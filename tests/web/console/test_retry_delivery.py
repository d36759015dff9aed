"""Run it again."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel import clock
from gongzhi.kernel.delivery import list_dead
from gongzhi.kernel.models import Delivery


def address_in(world: World) -> str:
    return died(world)


def test_does_it(world: World) -> None:
    address = address_in(world)
    answer = desk(world, "administrator").post(address, {})
    assert answer.status_code == 302, answer.content.decode()
    assert not list_dead()


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address, "post")
    assert is_closed(world, "resident", address, "post")


def died(world: World) -> str:
    """News that failed for good; the address that runs it again."""
    now = clock.now()
    news = Delivery(
        event="x", subscriber="y", payload="{}", state=Delivery.State.DEAD, next_at=now, created_at=now
    )
    news.save()
    return reverse("console:retry_delivery", args=[news.pk])
