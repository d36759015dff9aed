"""What the map draws."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.cases.actions import NewCase, place_case
from gongzhi.playbooks.queries import current_version


def address_in(world: World) -> str:
    return reverse("console:map_layers")


def test_does_it(world: World) -> None:
    address = address_in(world)
    drawn = desk(world, "grid_leader").get(address).json()
    assert {one["properties"]["kind"] for one in drawn["areas"]["features"]} >= {"grid1", "grid2"}
    assert isinstance(drawn["spots"], list)


def test_refuses_other_methods(world: World) -> None:
    address = address_in(world)
    assert refuses(desk(world, "administrator"), address, "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = address_in(world)
    assert is_closed(world, "resident", address)
    assert is_closed(world, "resident", address)


def test_counts_what_is_open_on_each_grid(world: World) -> None:
    order = NewCase(
        version_id=current_version("one-lead-four-orders").id,
        words="楼道灯不亮",
        channel="page",
        routed_seat_id=world.seat("grid_leader"),
        place_id=world.place("building"),
        area_id=world.areas["grid"],
        reporter_id=world.resident.person_id,
    )
    place_case(order, actor=world.resident.actor)
    drawn = desk(world, "secretary").get(address_in(world)).json()
    counts = {one["properties"]["id"]: one["properties"]["open"] for one in drawn["areas"]["features"]}
    assert (counts[world.areas["grid"]], counts[world.areas["grid1"]]) == (1, 1)
    assert len(drawn["spots"]) == 1


def test_the_administrator_sees_no_case(world: World) -> None:
    test_counts_what_is_open_on_each_grid(world)
    assert desk(world, "administrator").get(address_in(world)).json()["spots"] == []
