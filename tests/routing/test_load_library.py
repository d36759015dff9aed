import pytest
from tests.world import World

from gongzhi.cases.actions import CategoryDraft, register_categories
from gongzhi.cases.queries import find_category, list_categories
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.errors import Denied
from gongzhi.routing.actions import load_library
from gongzhi.routing.queries import ListKind, find_list, list_duties, list_paths, list_scenarios


def test_everything_that_ships_comes_in(world: World) -> None:
    load_library(actor=SYSTEM)
    assert len(list_categories()) == len(list_duties()) == 20
    assert len(list_paths()) == 11
    assert [len(one.categories) for one in list_scenarios()] == [4, 4, 4, 4, 4]
    assert find_list(ListKind.DANGERS) is not None


def test_again_changes_nothing_a_street_edited(world: World) -> None:
    load_library(actor=SYSTEM)
    edited = CategoryDraft("rubbish", "city-clean", "垃圾", "Rubbish", ("垃圾*4",))
    register_categories([edited], actor=SYSTEM)
    assert load_library(actor=SYSTEM) == 0
    kept = find_category("rubbish")
    assert kept is not None
    assert kept.name_zh == "垃圾"


def test_only_who_configures(world: World) -> None:
    with pytest.raises(Denied):
        load_library(actor=world.grid_leader.actor)
    assert load_library(actor=world.administrator.actor) > 0
