"""What became of a table, row by row."""

from django.urls import reverse
from tests.web.asking import refuses
from tests.web.console.conftest import Desk
from tests.web.console.tables import upload


def test_shows_rows_and_figures(desk_of: Desk) -> None:
    desk = desk_of("hotline_clerk")
    batch = upload(desk)
    address = reverse("console:show_import", args=[batch])
    assert desk.get(address).status_code == 200
    desk.post(reverse("console:apply_table", args=[batch]))
    page = desk.get(address).content.decode()
    assert reverse("console:export_errors", args=[batch]) in page
    assert page.count("/console/cases/") >= 2
    assert desk.get(address, {"outcome": "failed"}).content.decode().count("<tr>") == 2
    assert refuses(desk, address, "post")
    assert desk_of("grid_leader").get(address).status_code == 404
