"""The editor."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.playbooks.queries import current_version, get_version_text


def address_in(world: World) -> str:
    return reverse("console:edit_playbook")


def test_does_it(world: World) -> None:
    address = address_in(world)
    text = get_version_text(current_version("micro-grid").id).replace(
        "playbook: micro-grid", "playbook: mine"
    )
    answer = desk(world, "administrator").post(address, {"text": text, "ground": "0"})
    assert answer.status_code == 302, answer.content.decode()
    assert current_version("mine").author_id == world.administrator.user_id


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "grid_leader", address)
    assert is_closed(world, "resident", address)


def test_errors_are_shown_by_line(world: World) -> None:
    answer = desk(world, "administrator").post(
        address_in(world), {"text": "playbook: x\nfoo: 1\n", "ground": "0"}
    )
    assert answer.status_code == 400
    assert "data-line" in answer.content.decode()


def test_checks_without_publishing(world: World) -> None:
    text = get_version_text(current_version("micro-grid").id)
    answer = desk(world, "administrator").post(address_in(world), {"text": text, "ground": "0", "check": "1"})
    assert "No fault" in answer.content.decode()
