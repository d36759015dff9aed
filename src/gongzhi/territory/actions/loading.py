"""Loading the rows an action changes, locked until it ends."""

from collections.abc import Collection

from gongzhi.territory.models import Area, Place
from gongzhi.territory.rules.refusals import NoSuchArea, NoSuchPlace


def lock_place(place_id: int) -> Place:
    """The place, locked. Raises NoSuchPlace for one that is not there or has ended."""
    place = Place.objects.select_for_update().filter(pk=place_id, ended_on__isnull=True).first()
    if place is None:
        raise NoSuchPlace()
    return place


def lock_places(place_ids: Collection[int]) -> list[Place]:
    """The places, locked in the order of their ids. Raises NoSuchPlace if one is missing or ended."""
    rows = Place.objects.select_for_update().filter(pk__in=set(place_ids), ended_on__isnull=True)
    places = list(rows.order_by("pk"))
    if len(places) != len(set(place_ids)):
        raise NoSuchPlace()
    return places


def lock_area(area_id: int) -> Area:
    """The area, locked. Raises NoSuchArea."""
    area = Area.objects.select_for_update().filter(pk=area_id).first()
    if area is None:
        raise NoSuchArea()
    return area
