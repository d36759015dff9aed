"""A file of places is looked at first."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.web.console.sheets import send_table
from tests.world import World

ADDRESS = "/console/ground/import/"


def test_leads_to_the_preview(world: World) -> None:
    client = desk(world, "administrator")
    assert send_table(client).startswith(ADDRESS)
    assert client.get(ADDRESS).status_code == 200


def test_errors_are_shown(world: World) -> None:
    sent = {"file": SimpleUploadedFile("x.xlsx", b"\x00\x01nonsense")}
    assert desk(world, "administrator").post(reverse("console:import_territory"), sent).status_code == 400


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS)
