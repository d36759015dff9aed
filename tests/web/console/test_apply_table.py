"""A table is taken in."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.web.console.tables import upload

from gongzhi.cases.queries import list_cases_for
from gongzhi.kernel.actors import SYSTEM


def test_makes_cases_of_its_rows_once(desk_of: Desk) -> None:
    desk = desk_of("hotline_clerk")
    address = reverse("console:apply_table", args=[upload(desk)])
    assert desk.post(address).status_code == 302
    desk.post(address)
    rows = list_cases_for(SYSTEM).rows
    assert {row.foreign_no for row in rows} == {"HL-1", "HL-2"}


def test_refuses_outsiders_and_other_methods(desk_of: Desk) -> None:
    desk = desk_of("hotline_clerk")
    address = reverse("console:apply_table", args=[upload(desk)])
    assert desk_of("grid_leader").post(address).status_code == 404
    assert desk.post(reverse("console:apply_table", args=["123"])).status_code == 404
    assert refuses(desk, address, "get")
