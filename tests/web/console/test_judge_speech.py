"""Shown, hidden with the reason, or an appeal decided."""

from django.urls import reverse
from tests.insight.topics import leave_alone, propose_marked
from tests.routing.speaking import SUBJECT, hold, state_of
from tests.web.console.desks import desk, is_closed, refuses
from tests.world import World

from gongzhi.insight.rules.topics import subject_of
from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import appeal_speech, load_library


def press(world: World, key: str, act: str, **said: str) -> str:
    """Press a button of the page; answers what the page says afterwards."""
    filled = {"subject": SUBJECT, "act": act, **said}
    answer = desk(world, key).post(reverse("console:judge_speech"), filled, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_does_it(world: World) -> None:
    load_library(actor=SYSTEM)
    hold(world)
    said = press(world, "secretary", "hide", reason="insult", why="有骂人的话")
    assert "Decided, and written down." in said and state_of() == "hidden"
    appeal_speech(SUBJECT, "是引用", actor=SYSTEM)
    assert "You hid this text yourself." in press(world, "secretary", "show", why="是引用")
    press(world, "deputy", "show", why="是引用")
    assert state_of() == "passed"


def test_releases(world: World) -> None:
    load_library(actor=SYSTEM)
    hold(world)
    press(world, "secretary", "release")
    assert state_of() == "passed"


def test_errors_are_shown(world: World) -> None:
    load_library(actor=SYSTEM)
    hold(world)
    assert "An opinion is never a reason." in press(world, "secretary", "hide", reason="opinion", why="反对")
    assert "This cannot be done." in press(world, "secretary", "burn")
    assert state_of() == "waiting"


def test_refuses_other_methods(world: World) -> None:
    assert refuses(desk(world, "secretary"), reverse("console:judge_speech"), "get", "put")


def test_outsiders_find_nothing(world: World) -> None:
    address = reverse("console:judge_speech")
    assert is_closed(world, "resident", address, "post") and is_closed(world, "auditor", address, "post")


def test_nobody_decides_about_their_own_words(world: World) -> None:
    load_library(actor=SYSTEM)
    ref = propose_marked(world)
    asked = {"subject": subject_of(ref), "act": "release"}
    said = desk(world, "secretary").post(reverse("console:judge_speech"), asked, follow=True)
    assert "You wrote this yourself" in said.content.decode()
    assert state_of(subject_of(ref)) == "waiting"


def test_the_administrator_decides_where_nobody_else_does(world: World) -> None:
    load_library(actor=SYSTEM)
    ref = propose_marked(world)
    asked = {"subject": subject_of(ref), "act": "release"}
    keen = desk(world, "administrator").post(reverse("console:judge_speech"), asked)
    assert keen.status_code == 404 and state_of(subject_of(ref)) == "waiting"
    leave_alone(world, "secretary")
    said = desk(world, "administrator").post(reverse("console:judge_speech"), asked, follow=True)
    assert "Decided, and written down." in said.content.decode()
    assert state_of(subject_of(ref)) == "passed"
