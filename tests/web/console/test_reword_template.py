"""Other words."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.messages.queries import get_template, list_templates


def address_in(world: World) -> str:
    return reverse("console:reword_template", args=[next(iter(list_templates()))])


def test_does_it(world: World) -> None:
    address = address_in(world)
    code = next(iter(list_templates()))
    now = get_template(code)
    answer = desk(world, "administrator").post(address, {"zh": now.zh + "。", "en": now.en + "."})
    assert answer.status_code == 302, answer.content.decode()
    assert get_template(code).zh == now.zh + "。"


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "auditor", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown(world: World) -> None:
    answer = desk(world, "administrator").post(address_in(world), {"zh": "{nonsense}", "en": "x"})
    assert answer.status_code == 400
