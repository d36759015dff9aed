"""What every file that ships must hold."""

import pytest
from tests.playbooks.names import LIBRARY, REPORTS, known, shipped

from gongzhi.playbooks.rules.checks import check_text
from gongzhi.playbooks.rules.playing import play_example
from gongzhi.playbooks.rules.reading import Branch, read_tree
from gongzhi.rulebook.queries import get_limit


@pytest.mark.parametrize("name", LIBRARY)
def test_every_file_passes_its_checks_and_plays(name):
    reading, faults = check_text(LIBRARY[name].read_text(encoding="utf-8"), known())

    assert faults == ()
    assert reading.playbook is not None
    assert reading.playbook.name == name


@pytest.mark.parametrize("name", LIBRARY)
def test_every_end_of_every_file_is_played(name):
    played, _ = play_example(shipped(name))

    reached = {row.state.result for row in played if row.state.run is None}
    assert len(reached) >= 2


@pytest.mark.parametrize("name", LIBRARY)
def test_every_step_and_outcome_has_its_own_name_in_both_languages(name):
    """Not from the catalogue of common words: the file must say it."""
    top = read_tree(LIBRARY[name].read_text(encoding="utf-8")).value
    outcomes = dict(top["anywhere"].value)
    for step in top["steps"].value:
        assert {"zh", "en"} == set(step.value["name"].value)
        outcomes |= step.value["outcomes"].value if "outcomes" in step.value else {}

    assert all(_has_both_names(below) for below in outcomes.values())
    assert all({"zh", "en"} == set(below.value) for below in top["results"].value.values())


def _has_both_names(branch: Branch) -> bool:
    return isinstance(branch.value, dict) and set(branch.value["name"].value) == {"zh", "en"}


def test_files_of_the_same_method_share_step_names():
    """The order loop under five names: placed, accepted, worked on, closed by those it was done for."""
    shared = set.intersection(*(set(shipped(name).steps) for name in REPORTS))

    assert shared == {"place", "accept", "work", "close"}
    for name in REPORTS:
        outcomes = shipped(name).steps
        assert list(outcomes["close"].outcomes) == ["solved", "not-solved"]
        assert "done" in outcomes["work"].outcomes
        assert "accept" in outcomes["accept"].outcomes


def test_hotline_knows_the_words_of_the_field():
    """Sign, return, extend, joint, suspend, exclude, call back."""
    playbook = shipped("hotline-12345")
    taken = {outcome for step in playbook.steps.values() for outcome in step.outcomes}

    assert {"accept", "return", "extend", "joint"} <= taken
    assert {"park", "resume", "exclude"} <= set(playbook.anywhere)
    assert playbook.steps["close"].title.zh == "回访"


def test_yard_chiefs_have_a_second_ladder_for_the_road():
    playbook = shipped("yard-chiefs")

    assert playbook.steps["road"].ladder == "road"
    assert playbook.ladders["road"][0] == "road-section-chief"
    assert playbook.steps["forces"].marks == ("sign-in",)


@pytest.mark.django_db
@pytest.mark.parametrize("name", REPORTS)
def test_every_limit_of_a_report_stands_in_the_rule_pack(name):
    """A method that can be started must not ask for a figure nobody has."""
    playbook = shipped(name)
    limits = {step.within for step in playbook.steps.values() if step.within}
    outcomes = [outcome for step in playbook.steps.values() for outcome in step.outcomes.values()]
    limits |= {o.approval.within for o in outcomes if o.approval and o.approval.within}

    for limit in limits:
        assert get_limit(limit.removeprefix("rule:"), "ordinary").amount > 0
