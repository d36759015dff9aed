"""Learn from answers now."""

from importlib import import_module
from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.insight.queries import is_reply_learning_asked


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_does_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("gongzhi.insight.actions.learn_replies_again"), "LEAST", 0)
    answer = desk(world, "administrator").post(reverse("console:ask_reply_learning"), {})
    assert answer.status_code == 302
    assert is_reply_learning_asked()


def test_too_few_answers_are_said_to_be(world: World) -> None:
    answer = desk(world, "administrator").post(reverse("console:ask_reply_learning"), {}, follow=True)
    assert "not enough answers" in answer.content.decode()
    assert not is_reply_learning_asked()


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "administrator"), reverse("console:ask_reply_learning"), "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    assert is_closed(world, "auditor", reverse("console:ask_reply_learning"), "post")
    assert is_closed(world, "resident", reverse("console:ask_reply_learning"), "post")
