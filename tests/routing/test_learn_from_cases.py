"""Closed and corrected cases teach; erased words do not."""

from pathlib import Path

import pytest
from pytest_django import Settings
from tests.cases.playing import placed
from tests.world import World

from gongzhi.cases.actions import change_category, erase_words
from gongzhi.cases.queries import count_chosen, count_labelled, iterate_labelled
from gongzhi.kernel.actors import SYSTEM, VISITOR
from gongzhi.kernel.errors import Denied
from gongzhi.routing.actions import ask_training, learn_when_asked, learn_when_enough
from gongzhi.routing.queries import is_training_asked, list_unsure_for


@pytest.fixture(autouse=True)
def learning_home(settings: Settings, tmp_path: Path) -> None:
    settings.GONGZHI_HOME = tmp_path


def test_a_choice_teaches_and_erased_words_do_not(street: World) -> None:
    case = placed(street, category="", category_id=None)
    assert not list(iterate_labelled())
    change_category(case.ref, "rubbish", "by a person", actor=street.duty_desk.actor)
    assert [code for _said, code in iterate_labelled()] == ["rubbish"]
    assert (count_labelled(), count_chosen()) == (1, 1)
    erase_words(case.ref, 1, actor=SYSTEM)
    assert not list(iterate_labelled())


def test_the_wish_is_fulfilled_once(street: World) -> None:
    assert learn_when_asked(actor=SYSTEM) is None
    ask_training(actor=SYSTEM)
    assert is_training_asked()
    assert learn_when_asked(actor=SYSTEM) is None  # no case is closed yet: nothing to learn from
    assert not is_training_asked()
    with pytest.raises(Denied):
        ask_training(actor=VISITOR)


def test_by_night_only_when_there_is_enough(street: World) -> None:
    assert learn_when_enough(actor=SYSTEM) is None


def test_what_nobody_is_sure_of_waits_for_a_person(street: World) -> None:
    case = placed(street, category="", category_id=None)
    rows = list_unsure_for(street.duty_desk.actor)
    assert [row.report.ref for row in rows] == [case.ref]
    change_category(case.ref, "rubbish", "by a person", actor=street.duty_desk.actor)
    assert not list_unsure_for(street.duty_desk.actor)
