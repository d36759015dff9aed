"""A report typed in for somebody."""

import uuid

import pytest
from django.urls import reverse
from tests.web.asking import picture, refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.cases.queries import find_case_for
from gongzhi.kernel.actors import SYSTEM
from gongzhi.parties.queries import get_seat

ADDRESS = "console:take_in"


def filled(**more: object) -> dict[str, object]:
    return {
        "key": str(uuid.uuid4()),
        "channel": "phone",
        "words": "三层楼道的灯不亮了",
        "address": "翠苑小区3号楼2单元",
        "caller_phone": "13800007777",
        **more,
    }


def test_takes_it_in_once(desk_of: Desk, world: World) -> None:
    desk, once = desk_of("grid_leader"), filled(photos=picture())
    answer = desk.post(reverse(ADDRESS), once)
    ref = answer.url.rstrip("/").rpartition("/")[2]
    case = find_case_for(SYSTEM, ref)
    assert (case.channel, case.place_id) == ("phone", world.place("entrance"))
    assert case.reporter_known
    assert case.photos
    again = desk.post(reverse(ADDRESS), {key: value for key, value in once.items() if key != "photos"})
    assert again.url == answer.url


def test_looks_first(desk_of: Desk) -> None:
    answer = desk_of("grid_leader").post(reverse(ADDRESS), filled(look="1"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "3号楼2单元" in page
    assert "柳荫1-1微网格" in page


def test_says_what_is_missing_and_keeps_what_was_typed(desk_of: Desk) -> None:
    desk = desk_of("grid_leader")
    answer = desk.post(reverse(ADDRESS), filled(words="", photos=picture()))
    assert answer.status_code == 400
    assert 'name="kept"' in answer.content.decode()
    assert "翠苑小区3号楼2单元" in answer.content.decode()
    orders = desk.post(reverse(ADDRESS), filled(channel="hotline"))
    assert "请填写工单编号" in orders.content.decode()


def test_a_hotline_order_keeps_number_and_deadline(desk_of: Desk) -> None:
    order = {"order_number": "HL-7", "order_source": "12345", "order_due": "2036-01-05T12:00"}
    answer = desk_of("hotline_clerk").post(reverse(ADDRESS), filled(channel="hotline", **order))
    case = find_case_for(SYSTEM, answer.url.rstrip("/").rpartition("/")[2])
    assert case.foreign_no == "HL-7"
    assert case.mandates[0].due_at is not None


def test_whoever_is_complained_about_does_not_see_it(desk_of: Desk, world: World) -> None:
    about = get_seat(world.seat("property_manager")).ref
    answer = desk_of("secretary").post(reverse(ADDRESS), filled(words="物业三天没来修灯", about=about))
    ref = answer.url.rstrip("/").rpartition("/")[2]
    assert desk_of("property_manager").get(reverse("console:show_case", args=[ref])).status_code == 404


@pytest.mark.parametrize("key", ["section", "administrator", "auditor", "resident", "entrance_head"])
def test_only_posts_that_take_in(desk_of: Desk, key: str) -> None:
    assert desk_of(key).get(reverse(ADDRESS)).status_code == 404


def test_refuses_other_methods(desk_of: Desk) -> None:
    assert refuses(desk_of("grid_leader"), reverse(ADDRESS), "put", "delete")
