"""What tests of the console's settings share: a desk of one of the cast, and the questions every view has to
answer: it refuses other methods, and outsiders find nothing."""

from django.test import Client
from django.urls import reverse
from tests.web.asking import refuses
from tests.world import World

from gongzhi.parties.queries import get_seat, list_holdings_of
from gongzhi.territory.queries import get_area, get_place


def desk(world: World, key: str) -> Client:
    """A browser at the desk of one of the cast, in English."""
    client = Client(headers={"accept-language": "en"})
    return world.sign_in(client, key)


def page(world: World, key: str, name: str, *args: object, **asked: str) -> str:
    """A page as somebody reads it."""
    answer = desk(world, key).get(reverse(f"console:{name}", args=args), asked)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def place_ref(world: World, key: str = "estate") -> str:
    """The reference of a place of the street."""
    return get_place(world.place(key)).ref


def area_ref(world: World, key: str = "grid") -> str:
    """The reference of a duty area."""
    return get_area(world.areas[key]).ref


def seat_ref(world: World, key: str = "grid_leader") -> str:
    """The reference of somebody's seat."""
    return get_seat(world.seat(key)).ref


def holding_ref(world: World, key: str = "grid_leader") -> str:
    """The number of somebody's certificate."""
    return list_holdings_of(world.seat(key))[0].ref


def is_closed(world: World, key: str, address: str, method: str = "get") -> bool:
    """Whether there is nothing here for somebody."""
    return bool(getattr(desk(world, key), method)(address).status_code == 404)


__all__ = ["area_ref", "desk", "holding_ref", "is_closed", "page", "place_ref", "refuses", "seat_ref"]
