"""Confirmed matters of a chat become cases."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.world import World

from gongzhi.cases.queries import list_cases_for
from gongzhi.kernel.actors import SYSTEM

ADDRESS = "console:place_chat"


def filled(**more: str) -> dict[str, object]:
    first = {
        "key-1": "chat-key-0001",
        "words-1": "楼道灯又不亮了",
        "address-1": "翠苑小区3号楼2单元",
        "take-1": "on",
    }
    second = {"key-2": "chat-key-0002", "words-2": "今天真热"}
    return {"n": ["1", "2"], **first, **second, **more}


def test_places_what_was_chosen_and_writes_the_reply(desk_of: Desk, world: World) -> None:
    desk = desk_of("grid_leader")
    page = desk.post(reverse(ADDRESS), filled()).content.decode()
    rows = list_cases_for(SYSTEM).rows
    assert [row.words for row in rows] == ["楼道灯又不亮了"]
    assert rows[0].place_id is not None
    assert 'id="reply"' in page
    desk.post(reverse(ADDRESS), filled())
    assert len(list_cases_for(SYSTEM).rows) == 1


def test_asks_again_where_the_place_is_unclear_or_nothing_is_said(desk_of: Desk) -> None:
    desk = desk_of("grid_leader")
    answer = desk.post(reverse(ADDRESS), filled(**{"words-1": ""}))
    assert answer.status_code == 400
    assert "请写明是什么事" in answer.content.decode()
    assert desk.post(reverse(ADDRESS), filled(look="1")).status_code == 200
    assert not list_cases_for(SYSTEM).rows


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("section").post(reverse(ADDRESS), filled()).status_code == 404
    assert refuses(desk_of("grid_leader"), reverse(ADDRESS), "get")
