"""What happens to these words here now, while one types."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk, Report

from gongzhi.kernel.refs import spoken

ADDRESS = "console:foresee"


def test_says_whose_it_will_be_and_what_it_may_be(desk_of: Desk, report: Report) -> None:
    ref = report()
    typed = {"words": "三层楼道灯不亮", "address": "翠苑小区3号楼2单元"}
    page = desk_of("grid_leader").post(reverse(ADDRESS), typed).content.decode()
    assert "柳荫1-1微网格" in page
    assert spoken(ref) in page
    assert "<html" not in page


def test_danger_shows_the_number_to_call(desk_of: Desk) -> None:
    page = desk_of("grid_leader").post(reverse(ADDRESS), {"words": "这里有燃气味"}).content.decode()
    assert 'role="alert"' in page
    assert "119" in page


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    assert desk_of("section").post(reverse(ADDRESS), {"words": "灯"}).status_code == 404
    assert refuses(desk_of("grid_leader"), reverse(ADDRESS), "get")
