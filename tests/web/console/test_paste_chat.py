"""A pasted chat becomes drafts without names."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk

CHAT = """李大姐 10:21
翠苑小区3号楼二单元的楼道灯又不亮了，老人看不见
王师傅 10:22
收到
赵姐 10:25
水管漏水，楼下都湿了，电话13800009999
"""

ADDRESS = "console:paste_chat"


def test_finds_the_matters_and_drops_the_names(desk_of: Desk) -> None:
    page = desk_of("grid_leader").post(reverse(ADDRESS), {"text": CHAT}).content.decode()
    assert "楼道灯又不亮了" in page
    assert "李大姐" not in page
    assert "13800009999" not in page


def test_an_empty_paste_is_said(desk_of: Desk) -> None:
    desk = desk_of("grid_leader")
    assert desk.get(reverse(ADDRESS)).status_code == 200
    assert desk.post(reverse(ADDRESS), {"text": ""}).status_code == 400


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("section").get(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("grid_leader"), reverse(ADDRESS), "put")
