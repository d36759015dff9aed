"""The same table read with other columns."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.web.console.tables import upload


def test_reads_it_with_the_columns_chosen(desk_of: Desk) -> None:
    desk = desk_of("hotline_clerk")
    batch = upload(desk)
    address = reverse("console:look_again", args=[batch])
    page = desk.post(address, {"column-words": "地址", "column-number": "工单编号"}).content.decode()
    assert "<td>翠苑小区3号楼2单元</td>" in page
    assert refuses(desk, address, "get")
    assert desk_of("grid_leader").post(address).status_code == 404


def test_a_column_for_the_words_is_needed(desk_of: Desk) -> None:
    desk = desk_of("hotline_clerk")
    answer = desk.post(reverse("console:look_again", args=[upload(desk)]), {"column-number": "工单编号"})
    assert answer.status_code == 400
