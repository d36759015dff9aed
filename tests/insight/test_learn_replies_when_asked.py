"""A wish is fulfilled; versions that are worse do not hold."""

from importlib import import_module

import pytest
from tests.insight.learned import keep_version
from tests.world import World

from gongzhi.insight.actions import (
    ask_reply_learning,
    learn_replies,
    learn_replies_when_asked,
)
from gongzhi.insight.queries import holding_reply_model, is_reply_learning_asked, list_reply_versions
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied

ROOM = "gongzhi.insight.actions."


def test_ask_reply_learning(answered: World) -> None:
    assert learn_replies_when_asked(actor=SYSTEM) is None
    ask_reply_learning(actor=SYSTEM)
    assert is_reply_learning_asked()
    card = learn_replies_when_asked(actor=SYSTEM)
    assert card is not None
    assert not is_reply_learning_asked()
    with pytest.raises(Denied):
        ask_reply_learning(actor=VISITOR)
    with pytest.raises(Denied):
        learn_replies(actor=VISITOR)


@pytest.mark.parametrize(
    ("before", "after", "why", "holds"),
    [(0.9, 0.8, "worse", 1), (0.8, 0.9, "better", 2), (0.8, 0.8, "as-good", 2), (0.5, 0.6, "vague", 1)],
)
def test_what_holds_gives_way_only_to_what_is_no_worse(
    answered: World, monkeypatch: pytest.MonkeyPatch, before: float, after: float, why: str, holds: int
) -> None:
    keep_version()
    learning = import_module(ROOM + "learn_replies")
    monkeypatch.setattr(learning, "try_as_it_is", lambda *_given: before)
    monkeypatch.setattr(learning, "try_learning", lambda *_given: after)
    monkeypatch.setattr(learning, "try_fixed", lambda *_given: 0.5)
    card = learn_replies(actor=SYSTEM)
    assert card.metrics["auc_held"] == before
    assert list_reply_versions()[0].why == why
    assert holding_reply_model() == holds


def test_the_one_that_holds_is_measured_as_it_is(answered: World) -> None:
    keep_version()
    assert 0 <= learn_replies(actor=SYSTEM).metrics["auc_held"] <= 1
