"""A table is looked at first."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.web.console.tables import table

from gongzhi.cases.queries import list_cases_for
from gongzhi.kernel.actors import SYSTEM

ADDRESS = "console:list_imports"


def test_shows_what_would_happen_and_does_nothing(desk_of: Desk) -> None:
    page = (
        desk_of("hotline_clerk")
        .post(reverse(ADDRESS), {"table": table(), "source": "12345"})
        .content.decode()
    )
    assert "三层楼道的灯不亮了" in page
    assert "<option selected>工单编号</option>" in page
    assert not list_cases_for(SYSTEM).rows


def test_a_file_that_is_no_table_is_said(desk_of: Desk) -> None:
    desk = desk_of("hotline_clerk")
    answer = desk.post(reverse(ADDRESS), {"table": table("没有,什么\n"), "source": "12345"})
    assert answer.status_code == 400
    assert desk.post(reverse(ADDRESS), {"source": "12345"}).status_code == 400


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("grid_leader").get(reverse(ADDRESS)).status_code == 404
    assert refuses(desk_of("hotline_clerk"), reverse(ADDRESS), "put")
