"""I want to speak to a person."""

from collections.abc import Callable

from django.urls import reverse
from tests.web.asking import Phone, refuses
from tests.world import World

from gongzhi.kernel.delivery import drain
from gongzhi.messages.queries import list_messages


def address_of(ref: str) -> str:
    return reverse("resident:ask_for_person", args=[ref])


def test_says_until_when_somebody_calls(phone_of: Callable[[str], Phone]) -> None:
    phone = phone_of("resident")
    ref = phone.report()
    page = phone.post(address_of(ref), follow=True).content.decode()
    assert "您要求转人工" in page and "前会有人给您打电话" in page
    assert address_of(ref) not in page, "it is asked once"


def test_the_duty_desk_is_told_and_the_handler_does_not_call(
    phone_of: Callable[[str], Phone], world: World
) -> None:
    phone = phone_of("resident")
    phone.post(address_of(phone.report()))
    drain()
    told = [said.sentence for said in list_messages(world.duty_desk.user_id)]
    assert any("转人工" in sentence for sentence in told)
    assert not any("转人工" in said.sentence for said in list_messages(world.grid_leader.user_id))


def test_outsiders_find_nothing(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    assert phone_of("stranger").post(address_of(ref)).status_code == 404


def test_refuses_other_methods(phone_of: Callable[[str], Phone]) -> None:
    assert refuses(phone_of("resident"), address_of("482109375516"), "get", "put")


def test_staff_do_not_ask_for_themselves(phone_of: Callable[[str], Phone]) -> None:
    ref = phone_of("resident").report()
    for key in ("grid_leader", "deputy", "auditor"):
        address = reverse("resident:ask_for_person", args=[ref])
        assert phone_of(key).post(address).status_code == 404
