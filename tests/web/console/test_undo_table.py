"""A table is taken back."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.web.console.tables import upload

from gongzhi.cases.queries import CaseFilter, list_cases_for
from gongzhi.kernel.actors import SYSTEM


def test_withdraws_what_nobody_has_begun(desk_of: Desk) -> None:
    desk = desk_of("hotline_clerk")
    batch = upload(desk)
    desk.post(reverse("console:apply_table", args=[batch]))
    address = reverse("console:undo_table", args=[batch])
    assert desk.post(address).status_code == 302
    assert not list_cases_for(SYSTEM, CaseFilter(status="open")).rows
    assert refuses(desk, address, "get")
    assert desk_of("grid_leader").post(address).status_code == 404
