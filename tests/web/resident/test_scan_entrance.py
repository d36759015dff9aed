"""The code on the plate was scanned."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.world import World

from gongzhi.territory.queries import get_place


def test_a_scan_begins_a_report_at_the_entrance(world: World, visitor: Client) -> None:
    entrance = get_place(world.place("entrance"))
    address = reverse("resident:scan_entrance", args=[entrance.token])
    answer = visitor.get(address, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("resident:report")
    assert entrance.full_name in answer.content.decode()
    assert refuses(visitor, address, "post", "put")


def test_the_spoken_number_does_the_same(world: World, visitor: Client) -> None:
    entrance = get_place(world.place("entrance"))
    answer = visitor.get(reverse("resident:scan_entrance", args=[entrance.spoken_no]))
    assert answer.url == reverse("resident:report")


def test_an_unknown_plate_finds_nothing(world: World, visitor: Client) -> None:
    assert visitor.get(reverse("resident:scan_entrance", args=["nothing"])).status_code == 404
