"""A version learned from answers holds again, or what ships."""

from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings
from tests.insight.learned import keep_version
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.insight.queries import holding_reply_model


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_goes_back_and_to_what_ships(world: World) -> None:
    keep_version()
    keep_version()
    office = desk(world, "administrator")
    assert office.post(reverse("console:hold_replies", args=[1]), {}).status_code == 302
    assert holding_reply_model() == 1
    office.post(reverse("console:hold_replies", args=[0]), {})
    assert holding_reply_model() is None


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), reverse("console:hold_replies", args=[1]), "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = reverse("console:hold_replies", args=[0])
    assert is_closed(world, "auditor", address, "post")
    assert is_closed(world, "resident", address, "post")
