"""The rows that did not come in, to send back."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.web.console.tables import upload

from gongzhi.kernel.sheets import read_sheet


def test_hands_the_rows_back_with_what_is_wrong(desk_of: Desk) -> None:
    desk = desk_of("hotline_clerk")
    batch = upload(desk)
    desk.post(reverse("console:apply_table", args=[batch]))
    address = reverse("console:export_errors", args=[batch])
    rows = list(read_sheet(desk.get(address).content, "errors.xlsx").rows)
    assert [row["工单编号"] for row in rows] == ["HL-3"]
    assert refuses(desk, address, "post")
    assert desk_of("grid_leader").get(address).status_code == 404
