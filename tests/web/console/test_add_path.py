"""A new path by an ordinary form."""

from django.test import Client
from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.routing.queries import PathRule, Titled, find_draft, list_paths
from gongzhi.territory.queries import get_area, get_place

ADDRESS = reverse("console:add_path")
FILLED = {"name_zh": "夜间路灯", "name_en": "Lamps at night", "who": "duty-desk", "after": "2", "set": "0"}


def draft_of(world: World) -> tuple[PathRule, ...]:
    draft = find_draft(world.administrator.actor)
    assert draft is not None
    return draft.paths


def put(client: Client, **more: object) -> int:
    return client.post(ADDRESS, {**FILLED, **more}).status_code


def test_does_it(world: World) -> None:
    filled = {
        "later": ["grid-leader-2", "section:housing"],
        "set0-category": ["corridor-lighting", "parking"],
        "set0-time": ["night", "weekend"],
        "set0-begins": "22:00",
        "set0-ends": "05:30",
        "set0-more_places": "翠苑小区；柳荫1-2微网格",
    }
    assert put(desk(world, "administrator"), **filled) == 302
    added = draft_of(world)[2]
    refs = (get_place(world.place("estate")).ref, get_area(world.areas["next_grid"]).ref)
    assert (added.code, added.name, added.who) == ("12", Titled("夜间路灯", "Lamps at night"), "duty-desk")
    assert added.later == ("grid-leader-2", "section:housing")
    assert added.when == (
        {
            "category": ("corridor-lighting", "parking"),
            "place": refs,
            "time": ("night", "weekend"),
            "hours": ("22:00-05:30",),
        },
    )
    assert len(list_paths()) == 11


def test_several_sets_without_javascript(world: World) -> None:
    client = desk(world, "administrator")
    more = client.post(ADDRESS, {**FILLED, "more": "1", "set0-urgency": "critical"})
    assert more.status_code == 200
    shown = more.content.decode()
    assert 'name="set" value="1"' in shown
    assert "Lamps at night" in shown
    less = client.post(ADDRESS, {**FILLED, "set": ["0", "1"], "less": "0", "set1-urgency": "utility"})
    assert 'name="set" value="0"' not in less.content.decode()
    assert find_draft(world.administrator.actor) is None
    both = {"set": ["0", "1"], "set0-urgency": "critical", "set1-urgency": "utility"}
    assert put(client, **both) == 302
    assert draft_of(world)[2].when == ({"urgency": ("critical",)}, {"urgency": ("utility",)})


def test_errors_are_shown(world: World) -> None:
    client = desk(world, "administrator")
    wrong = client.post(
        ADDRESS, {**FILLED, "name_zh": "", "set0-more_places": "无此小区", "set0-begins": "08:00"}
    )
    assert wrong.status_code == 400
    shown = wrong.content.decode()
    assert "No place or grid here is called “无此小区”." in shown
    assert "Say from when and to when." in shown
    assert "Which of these?" in client.post(ADDRESS, {**FILLED, "set0-more_places": "1号楼"}).content.decode()
    assert find_draft(world.administrator.actor) is None


def test_a_forged_time_is_refused(world: World) -> None:
    assert put(desk(world, "administrator"), **{"set0-time": "teatime"}) == 400


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS)
    assert is_closed(world, "resident", ADDRESS, "post")
