"""What a file would do, and doing it."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.web.console.desks import desk, refuses
from tests.web.console.sheets import send_table
from tests.world import World

from gongzhi.territory.queries import list_children


def test_shows_and_does_it(world: World) -> None:
    client = desk(world, "administrator")
    address = send_table(client)
    assert "9号楼" in client.get(address).content.decode()
    client.post(address)
    assert "9号楼" in [one.name for one in list_children(world.place("estate"))]


def test_columns_are_named_as_in_the_template(world: World) -> None:
    client = desk(world, "administrator")
    file = SimpleUploadedFile("list.csv", "小区,别的\n,甲\n".encode())
    address = client.post(reverse("console:import_territory"), {"file": file}).headers["Location"]
    client.cookies["django_language"] = "zh-hans"
    page = client.get(address).content.decode()
    assert "<td>社区</td>" in page and "<dt>小区</dt>" in page
    assert "<td>community</td>" not in page


def test_only_in_the_session_that_sent_it(world: World) -> None:
    address = send_table(desk(world, "administrator"))
    assert desk(world, "administrator").get(address).status_code == 404


def test_refuses_other_methods(world: World) -> None:
    client = desk(world, "administrator")
    assert refuses(client, send_table(client), "put")
