"""A kind is added, changed or retired, and each state of the tree can be brought back."""

from dataclasses import replace

import pytest
from tests.world import World

from gongzhi.cases.queries import find_category, list_categories
from gongzhi.kernel.errors import Denied, Invalid
from gongzhi.routing.actions import publish_list, restore_list, save_kind
from gongzhi.routing.queries import (
    Kind,
    ListKind,
    guess_category,
    list_kind_tree,
    list_versions,
    shipped_text,
)
from gongzhi.routing.rules import BadList, read_kinds, read_yaml, write_kinds

STALLS = Kind("street-stalls", "city-clean", "占道经营", "Street stalls", words=("占道经营*4",))


def test_it_counts_at_once_and_has_its_author(street: World) -> None:
    n = save_kind(STALLS, fresh=True, actor=street.administrator.actor, note="新发现")
    assert guess_category("有人占道经营").code == "street-stalls"
    newest = list_versions(ListKind.KINDS)[0]
    assert (newest.n, newest.note, newest.by_user_id) == (n, "新发现", street.administrator.user_id)


def test_a_change_is_taken_back(street: World) -> None:
    save_kind(STALLS, fresh=True, actor=street.administrator.actor)
    before = list_versions(ListKind.KINDS)[1].n
    restore_list(ListKind.KINDS, before, actor=street.administrator.actor)
    kind = find_category("street-stalls")
    assert kind is not None  # cases may point to it
    assert not kind.active
    assert guess_category("有人占道经营").code != "street-stalls"
    assert sum(one.active for one in list_categories()) == 20


def test_any_depth(street: World) -> None:
    above = STALLS
    save_kind(above, fresh=True, actor=street.administrator.actor)
    for number in range(6):
        below = Kind(f"stalls-{number}", "other", f"摊{number}", f"Stall {number}", parent=above.code)
        save_kind(below, fresh=True, actor=street.administrator.actor)
        above = below
    assert max(depth for depth, _kind in list_kind_tree()) == 6
    deepest = find_category("stalls-5")
    assert deepest is not None
    assert deepest.scenario == "city-clean"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"code": "Stalls"}, "code"),
        ({"code": "parking"}, "code"),
        ({"code": "any"}, "code"),
        ({"name_en": ""}, "name_en"),
        ({"parent": "nowhere"}, "parent"),
        ({"parent": "street-stalls"}, "parent"),
    ],
)
def test_what_cannot_stand_in_the_tree(street: World, wrong: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        save_kind(replace(STALLS, **wrong), fresh=True, actor=street.administrator.actor)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_kind_does_not_lie_below_its_own_child(street: World) -> None:
    save_kind(STALLS, fresh=True, actor=street.administrator.actor)
    child = replace(STALLS, code="night-stalls", parent="street-stalls")
    save_kind(child, fresh=True, actor=street.administrator.actor)
    with pytest.raises(Invalid):
        save_kind(replace(STALLS, parent="night-stalls"), fresh=False, actor=street.administrator.actor)


def test_what_lies_below_follows_into_another_scenario(street: World) -> None:
    save_kind(STALLS, fresh=True, actor=street.administrator.actor)
    child = replace(STALLS, code="night-stalls", parent="street-stalls")
    save_kind(child, fresh=True, actor=street.administrator.actor)
    save_kind(replace(STALLS, parent="parking"), fresh=False, actor=street.administrator.actor)
    moved = find_category("night-stalls")
    assert moved is not None
    assert moved.scenario == "grid-governance"


def test_only_who_configures(street: World) -> None:
    with pytest.raises(Denied):
        save_kind(STALLS, fresh=True, actor=street.secretary.actor)


def test_the_whole_tree_as_text(street: World) -> None:
    text = shipped_text(ListKind.KINDS)
    assert len(read_kinds(read_yaml(text))) == 20
    assert write_kinds(read_kinds(read_yaml(text))) == text
    fewer = "\n".join(line for line in text.splitlines() if "parking" not in line)
    publish_list(ListKind.KINDS, fewer, actor=street.administrator.actor)
    parking = find_category("parking")
    assert parking is not None
    assert not parking.active


ROW = '{code: "a1", scenario: other, zh: 甲, en: A, parent: %s, urgency: %s}'


@pytest.mark.parametrize(
    "text",
    [
        "kinds: []",
        "kinds: [3]",
        "kinds: [{code: a1}]",
        f"kinds: [{ROW % ('a1', 'ordinary')}]",
        f"kinds: [{ROW % ('b2', 'ordinary')}]",
        f"kinds: [{ROW % ('null', 'soon')}]",
        f"kinds: [{ROW % ('null', 'ordinary')}, {ROW % ('null', 'ordinary')}]",
        "kinds: [{code: A B, scenario: other, zh: 甲, en: A}]",
    ],
)
def test_a_tree_that_cannot_stand_is_refused(text: str) -> None:
    with pytest.raises(BadList):
        read_kinds(read_yaml(text))
