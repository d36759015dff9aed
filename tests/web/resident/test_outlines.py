"""The street's own drawing, which is all the map there needs to be."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.world import World

ADDRESS = reverse("resident:outlines")


def test_draws_the_micro_grids_by_name(world: World, visitor: Client) -> None:
    drawing = visitor.get(ADDRESS).json()
    names = [feature["properties"]["name"] for feature in drawing["features"]]
    assert "柳荫1-1微网格" in names


def test_refuses_other_methods(visitor: Client) -> None:
    assert refuses(visitor, ADDRESS, "post", "put")
