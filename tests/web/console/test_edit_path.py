"""One path of the draft, by the same form."""

from django.urls import reverse
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.routing.actions import edit_draft
from gongzhi.routing.queries import PathRule, PutPath, Titled, find_draft, list_paths

ADDRESS = reverse("console:edit_path", args=["7"])
ODD = PathRule(
    "12",
    Titled("旧词", "Old words"),
    "grid-leader-2",
    ({"category": ("gone-long-ago",), "hours": ("08:00-09:00", "10:00-11:00"), "place": ("100000000000",)},),
    ("patch-cadre", "grid-leader-1"),
)


def test_does_it(world: World) -> None:
    client = desk(world, "administrator")
    shown = client.get(ADDRESS).content.decode()
    assert "Small matters where nobody manages" in shown
    assert "Without any manager" in shown
    filled = {
        "name_zh": "小事",
        "name_en": "Small",
        "who": "entrance-head",
        "later": ["entrance-head"],
        "set": "0",
    }
    answer = client.post(ADDRESS, {**filled, "after": "11", "set0-estate": "unmanaged"})
    assert answer.status_code == 302
    draft = find_draft(world.administrator.actor)
    assert draft is not None
    changed = draft.paths[-1]
    assert (changed.code, changed.who, changed.when, changed.later) == (
        "7",
        "entrance-head",
        ({"estate": ("unmanaged",)},),
        (),
    )


def test_what_is_offered_no_longer_is_kept(world: World) -> None:
    edit_draft(PutPath(ODD), actor=world.administrator.actor)
    client, address = desk(world, "administrator"), reverse("console:edit_path", args=["12"])
    shown = client.get(address).content.decode()
    assert "gone-long-ago" in shown
    filled = {"name_zh": "旧词", "name_en": "Old words", "who": "grid-leader-2", "after": "", "set": "0"}
    kept = {f"set0-{name}": list(wanted) for name, wanted in ODD.when[0].items()}
    client.post(address, {**filled, **kept, "later": ["grid-leader-1", "patch-cadre", "duty-desk"]})
    draft = find_draft(world.administrator.actor)
    assert draft is not None
    assert draft.paths[0].when == ODD.when
    assert draft.paths[0].later == ("patch-cadre", "grid-leader-1", "duty-desk")


def test_the_form_of_every_shipped_path_gives_it_back(world: World) -> None:
    client = desk(world, "administrator")
    shipped = list_paths()
    for number, path in enumerate(shipped):
        filled: dict[str, object] = {
            "name_zh": path.name.zh,
            "name_en": path.name.en,
            "who": path.who,
            "later": list(path.later),
            "after": shipped[number - 1].code if number else "",
            "set": [str(one) for one in range(len(path.when))],
        }
        for at, wanted in enumerate(path.when):
            filled |= {f"set{at}-{name}": list(values) for name, values in wanted.items()}
        answer = client.post(reverse("console:edit_path", args=[path.code]), filled)
        assert answer.status_code == 302, answer.content.decode()
    draft = find_draft(world.administrator.actor)
    assert draft is not None
    assert draft.paths == shipped


def test_errors_are_shown(world: World) -> None:
    assert desk(world, "administrator").post(ADDRESS, {"name_zh": "", "set": "0"}).status_code == 400


def test_a_code_an_expert_wrote_may_hold_anything(world: World) -> None:
    odd = PathRule("a/b 甲?", Titled("怪", "Odd"), "grid-leader-2", ({},))
    edit_draft(PutPath(odd), actor=world.administrator.actor)
    client = desk(world, "administrator")
    assert client.get(reverse("console:edit_paths")).status_code == 200
    assert client.get(reverse("console:edit_path", args=[odd.code])).status_code == 200


def test_what_is_not_there(world: World) -> None:
    assert desk(world, "administrator").get(reverse("console:edit_path", args=["99"])).status_code == 404


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), ADDRESS, "put", "delete")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", ADDRESS)
    assert is_closed(world, "resident", ADDRESS)
