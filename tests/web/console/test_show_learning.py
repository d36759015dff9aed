"""What the machine has learned."""

from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings
from tests.insight.learned import keep_version
from tests.routing.learning import labelled
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import train_sorter


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_does_it(world: World) -> None:
    address = reverse("console:show_learning")
    assert "Nothing has been learned yet" in desk(world, "administrator").get(address).content.decode()
    train_sorter(labelled(), actor=SYSTEM)
    page = desk(world, "administrator").get(address).content.decode()
    assert "Category by category" in page
    assert "the first" in page


def test_versions_learned_from_answers(world: World) -> None:
    address = reverse("console:show_learning")
    before = desk(world, "administrator").get(address).content.decode()
    assert "Nothing has been learned from answers yet" in before
    keep_version(auc_held=0.97)
    page = desk(world, "administrator").get(address).content.decode()
    assert "240 answers" in page
    assert "0.980" in page
    assert "better than the old one" in page
    assert reverse("console:hold_replies", args=[0]) in page
    looked = desk(world, "auditor").get(address).content.decode()
    assert "240 answers" in looked
    assert reverse("console:hold_replies", args=[0]) not in looked


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), reverse("console:show_learning"), "post", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "grid_leader", reverse("console:show_learning"))
    assert is_closed(world, "resident", reverse("console:show_learning"))
