"""A new kind of matter."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, page, refuses
from tests.world import World

from gongzhi.cases.queries import find_category
from gongzhi.routing.queries import ListKind, ReportFacts, decide_path, list_versions

ADDRESS = reverse("console:add_kind")
FILLED = {
    "code": "street-stalls",
    "scenario": "city-clean",
    "parent": "",
    "name_zh": "占道经营",
    "name_en": "Street stalls",
    "words": "占道经营*4\n摆摊*3",
    "urgency": "ordinary",
    "common": "on",
    "active": "on",
}


def test_does_it(world: World) -> None:
    answer = desk(world, "administrator").post(ADDRESS, FILLED)
    assert answer.status_code == 302, answer.content.decode()
    made = decide_path(ReportFacts("门口有人占道经营摆摊", "page", place_id=world.place("entrance")))
    assert (made.category, made.path) == ("street-stalls", "9")
    assert list_versions(ListKind.KINDS)[0].by_user_id == world.administrator.user_id


def test_below_another_it_shares_its_group_and_its_paths(world: World) -> None:
    below = {**FILLED, "code": "bulky", "scenario": "other", "parent": "parking", "words": "地锁桩*4"}
    desk(world, "administrator").post(ADDRESS, below)
    deeper = {**FILLED, "code": "bulky-old", "parent": "bulky", "words": "废弃地锁桩*4"}
    desk(world, "administrator").post(ADDRESS, deeper)
    kind = find_category("bulky-old")
    assert kind is not None
    assert (kind.parent, kind.scenario) == ("bulky", "grid-governance")
    made = decide_path(ReportFacts("有废弃地锁桩", "page", place_id=world.place("entrance")))
    assert (made.category, made.path) == ("bulky-old", "9")  # path 9 names parking
    assert "└" in page(world, "administrator", "list_kinds")


def test_errors_are_shown(world: World) -> None:
    client = desk(world, "administrator")
    for wrong in ({"code": "parking"}, {"code": "Big Bins"}, {"code": "new"}, {"name_en": ""}):
        assert client.post(ADDRESS, {**FILLED, **wrong}).status_code == 400, wrong
    assert find_category("street-stalls") is None


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS)
    assert is_closed(world, "resident", ADDRESS)
