"""What the worker does by itself: by night when enough is new, at any hour when somebody asked."""

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module

import pytest
from tests.insight.answering import settle
from tests.insight.learned import keep_version
from tests.insight.reporting import report
from tests.world import World

from gongzhi.insight.actions import ask_reply_learning
from gongzhi.insight.queries import holding_reply_model, is_reply_learning_asked, list_reply_versions
from gongzhi.insight.queries.reply import MODEL, WISH
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from gongzhi.kernel.chores import list_chores, run_chore
from gongzhi.kernel.learned import models_folder

BY_NIGHT, WHEN_ASKED = "insight.learn_replies_when_enough", "insight.learn_replies_when_asked"
LEARNING = "gongzhi.insight.actions.learn_replies"


@pytest.fixture
def hour() -> Iterator[clock.StandingClock]:
    """A clock of the street that stands at half past two by night."""
    with clock.frozen(at(2)) as standing:
        yield standing


def at(hour: int) -> datetime:
    """Half past an hour of a day to come, as the street reads it."""
    return datetime(2030, 6, 3, hour, 30, tzinfo=clock.zone())


def scored(monkeypatch: pytest.MonkeyPatch, *, new: float, held: float) -> None:
    """What is learned scores so much, what holds so much."""
    learning = import_module(LEARNING)
    monkeypatch.setattr(learning, "try_learning", lambda *_given: new)
    monkeypatch.setattr(learning, "try_as_it_is", lambda *_given: held)
    monkeypatch.setattr(learning, "try_fixed", lambda *_given: 0.5)


def versions() -> list[int]:
    return [one.card.version for one in list_reply_versions()]


def test_both_are_chores_of_the_worker() -> None:
    seconds = {one.name: one.seconds for one in list_chores()}
    assert seconds[WHEN_ASKED] <= 60
    assert seconds[BY_NIGHT] <= 3600, "each night has an hour in which it runs"


def test_by_night_only(answered: World, hour: clock.StandingClock) -> None:
    for each in (0, 5, 6, 9, 12, 18, 23):
        hour.move_to(at(each))
        assert run_chore(BY_NIGHT) is None
    assert versions() == []
    hour.move_to(at(4))
    assert run_chore(BY_NIGHT) is not None
    assert versions() == [1]


def test_by_night_only_when_enough_is_new(answered: World, hour: clock.StandingClock) -> None:
    assert run_chore(BY_NIGHT) is not None
    assert run_chore(BY_NIGHT) is None
    settle(answered, report(answered, "井盖松了"), "6月4日已更换井盖，养护队到场处理。")
    assert run_chore(BY_NIGHT) is None
    settle(answered, report(answered, "路灯杆歪了"), "6月4日养护队到场，路灯杆已扶正。")
    assert run_chore(BY_NIGHT) is not None
    assert versions() == [2, 1]


def test_by_night_nothing_from_too_few(
    answered: World, hour: clock.StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (LEARNING, f"{LEARNING}_again"):
        monkeypatch.setattr(import_module(name), "LEAST", 7)
    assert run_chore(BY_NIGHT) is None
    monkeypatch.setattr(import_module(f"{LEARNING}_again"), "LEAST", 5)  # enough sent, too few of them fit
    assert run_chore(BY_NIGHT) is None
    assert versions() == []


@pytest.mark.parametrize(("new", "held", "holds"), [(0.8, 0.9, 1), (0.9, 0.9, 2), (0.95, 0.9, 2)])
def test_by_night_adopts_only_what_is_no_worse(
    answered: World,
    hour: clock.StandingClock,
    monkeypatch: pytest.MonkeyPatch,
    new: float,
    held: float,
    holds: int,
) -> None:
    keep_version(answers=1.0)
    scored(monkeypatch, new=new, held=held)
    assert run_chore(BY_NIGHT) is not None
    assert versions() == [2, 1], "kept to be looked at, whether it holds or not"
    assert holding_reply_model() == holds


def test_what_was_learned_by_night_is_recorded(
    answered: World, hour: clock.StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    scored(monkeypatch, new=0.9, held=0.0)
    run_chore(BY_NIGHT)
    (one,) = list_reply_versions()
    assert datetime.fromisoformat(one.card.made_at) == hour()
    assert (one.card.by, one.card.rows, one.card.metrics["answers"]) == (None, 6, 6.0)
    assert (one.card.metrics["auc"], one.holds, one.why) == (0.9, True, "first")


def test_a_wish_is_fulfilled_at_any_hour_and_once(answered: World, hour: clock.StandingClock) -> None:
    hour.move_to(at(11))
    assert run_chore(WHEN_ASKED) is None
    ask_reply_learning(actor=answered.administrator.actor)
    assert run_chore(WHEN_ASKED) is not None
    assert not is_reply_learning_asked()
    assert run_chore(WHEN_ASKED) is None
    assert [one.card.by for one in list_reply_versions()] == [answered.administrator.user_id]


def test_the_night_leaves_a_wish_alone(answered: World, hour: clock.StandingClock) -> None:
    ask_reply_learning(actor=SYSTEM)
    assert run_chore(BY_NIGHT) is not None
    assert is_reply_learning_asked()


def test_a_wish_that_cannot_be_fulfilled_is_gone(
    answered: World, hour: clock.StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_reply_learning(actor=SYSTEM)
    monkeypatch.setattr(import_module(LEARNING), "LEAST", 7)
    assert run_chore(WHEN_ASKED) is None
    assert not is_reply_learning_asked() and versions() == []


def test_a_wish_cut_short_is_fulfilled_as_nobodys(answered: World, hour: clock.StandingClock) -> None:
    ask_reply_learning(actor=answered.administrator.actor)
    (models_folder() / MODEL / WISH).write_text('{"at": "20', "utf-8")
    assert run_chore(WHEN_ASKED) is not None
    assert not is_reply_learning_asked()
    assert [one.card.by for one in list_reply_versions()] == [None]
