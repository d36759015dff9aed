"""Was it you? The link that whoever is named in a typed report gets."""

import re
import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.asking import Phone, refuses
from tests.world import World

from gongzhi.cases.models import Case
from gongzhi.kernel import clock
from gongzhi.kernel.delivery import drain
from gongzhi.messages.models import Message
from gongzhi.messages.queries import list_messages

WORDS = "三层王大爷家门口的灯不亮了"


@pytest.fixture
def link(phone_of: Callable[[str], Phone], world: World) -> str:
    """An entrance head has reported for the neighbour; what the neighbour was sent leads here."""
    phone = phone_of("entrance_head").at("entrance")
    filled = {"key": str(uuid.uuid4()), "words": WORDS, "not_same": "1", "phone": world.neighbour.phone}
    assert phone.post(reverse("resident:report_for_neighbour"), filled).status_code == 302
    drain()
    said = next(one for one in list_messages(world.neighbour.user_id) if "/not-me/" in one.sentence)
    found = re.search(r"http://127\.0\.0\.1:8000(/not-me/[\w-]+/)", said.sentence)
    assert found
    return found[1]


def test_shows_the_matter_the_building_and_the_day_and_nobody(
    link: str, visitor: Client, world: World
) -> None:
    page = visitor.get(link).content.decode()
    assert "3号楼" in page and "照明" in page
    ref = Case.objects.get().ref
    for hidden in (WORDS, "王大爷", world.neighbour.phone, ref, "1单元", world.entrance_head.name):
        assert hidden not in page
    assert "no-store" in visitor.get(link)["Cache-Control"]


def test_the_message_itself_leads_there(link: str, phone_of: Callable[[str], Phone]) -> None:
    """On the page of messages a tap on the line opens the question; no address stands there to be read."""
    page = phone_of("neighbour").get(reverse("resident:list_messages")).content.decode()
    assert f'<a class="item" href="{link}">' in page
    assert "点这里回答" in page
    assert "://" not in page.partition('<ul class="items">')[2].partition("</ul>")[0]


def test_not_me_takes_the_name_out_and_rings(link: str, visitor: Client, world: World) -> None:
    visitor.get(link)
    assert Case.objects.get().reporter_id is not None, "opening it answers nothing"
    page = visitor.post(link, {"answer": "no"}, follow=True).content.decode()
    assert "值班台会核实" in page
    case = Case.objects.get()
    assert (case.reporter_id, case.alarm, case.status) == (None, "not-me", "open")
    drain()
    assert any("没有报过" in said.sentence for said in list_messages(world.duty_desk.user_id))
    visitor.post(link, {"answer": "yes"})
    assert Case.objects.get().reporter_id is None, "the first answer stands"


def test_yes_it_was_me(link: str, visitor: Client) -> None:
    assert "谢谢您确认" in visitor.post(link, {"answer": "yes"}, follow=True).content.decode()
    assert Case.objects.get().reporter_id is not None
    assert not Case.objects.get().alarm


def test_an_answer_must_be_one_of_the_two(link: str, visitor: Client) -> None:
    assert visitor.post(link, {"answer": "maybe"}).status_code == 400


def test_an_old_or_invented_link_opens_nothing(link: str, visitor: Client) -> None:
    with clock.frozen(clock.now() + timedelta(days=31)):
        page = visitor.get(link)
        assert page.status_code == 404
        assert "链接已失效" in page.content.decode() and "网格长" in page.content.decode()
        assert visitor.post(link, {"answer": "no"}).status_code == 404
    assert visitor.get(reverse("resident:not_me", args=["x" * 22])).status_code == 404


def test_no_table_holds_the_token_in_clear(link: str, world: World) -> None:
    token = link.split("/")[2]
    kept = Message.objects.filter(to_id=world.neighbour.user_id).values_list("facts_text", flat=True)
    assert kept and not any(token in text for text in kept)


def test_refuses_other_methods(link: str, visitor: Client) -> None:
    assert refuses(visitor, link, "put", "delete")
