"""A table of places on its way in, for the tests of the import."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gongzhi.kernel.sheets import write_sheet

HEADS = ("街道", "社区", "小区", "楼栋")


def send_table(client: Client, building: str = "9号楼", community: str = "柳荫社区") -> str:
    """Send a table with one building; answers the address of its preview."""
    rows = write_sheet(HEADS, [["槐安街道", community, "翠苑小区", building]])
    answer = client.post(
        reverse("console:import_territory"), {"file": SimpleUploadedFile("places.xlsx", rows)}
    )
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.url)
