"""The page of a plate."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.world import World

from gongzhi.territory.queries import get_place


def test_leads_to_a_report_from_here(world: World, anybody: Client) -> None:
    entrance = get_place(world.place("entrance"))
    address = reverse("public:show_entrance", args=[entrance.token])
    page = anybody.get(address).content.decode()
    assert entrance.full_name in page
    assert reverse("resident:scan_entrance", args=[entrance.token]) in page
    assert refuses(anybody, address, "post", "put")


def test_an_unknown_plate_is_not_found(world: World, anybody: Client) -> None:
    assert anybody.get(reverse("public:show_entrance", args=["nothing"])).status_code == 404
