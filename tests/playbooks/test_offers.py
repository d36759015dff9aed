"""What rooms stand behind, and what is only declared."""

import pytest
from tests.playbooks.names import REPORTS, shipped
from tests.playbooks.test_checks import SOUND

from gongzhi.playbooks import offers
from gongzhi.playbooks.queries import check_text, is_offered, list_awaited_kinds, list_names, title_of
from gongzhi.playbooks.rules.catalogue import CATALOGUE, Sort
from gongzhi.playbooks.rules.shapes import Titled


@pytest.fixture
def market_walk():
    offers.offer_step_kind("market-walk", title=Titled("逛集", "Market walk"), params={"day": True})
    yield "market-walk"
    CATALOGUE.take_back(Sort.KIND, "market-walk")
    CATALOGUE._declared.pop((Sort.KIND, "market-walk"))


@pytest.mark.parametrize("name", REPORTS)
def test_report_playbooks_wait_for_nobody(name):
    assert list_awaited_kinds(shipped(name)) == ()


def test_topics_and_projects_wait_for_their_rooms():
    assert list_awaited_kinds(shipped("146")) == ("notice", "meeting")
    assert set(list_awaited_kinds(shipped("lift"))) == {"vote", "consent", "notice"}


@pytest.mark.django_db
def test_an_offered_kind_can_be_written_and_started_at_once(market_walk):
    walk = "    kind: market-walk\n    with: {day: saturday}\n    who: routed"
    text = SOUND.replace("    kind: task\n    who: routed", walk)

    assert check_text(text) == ()
    assert [fault.code for fault in check_text(text.replace("    with: {day: saturday}\n", ""))] == [
        "parameter-missing"
    ]
    assert is_offered("kinds", market_walk)
    assert title_of("kinds", market_walk).zh == "逛集"


def test_relations_sets_and_evidence_are_offered_alike():
    offers.offer_relation("gardener", lambda: None, title=Titled("园丁", "Gardener"))
    offers.offer_set("plots", tuple)
    offers.offer_evidence("harvest", filed=True)
    try:
        assert is_offered("relations", "gardener")
        assert CATALOGUE.find_call(Sort.SET, "plots") is tuple
        assert "harvest" in [name.name for name in list_names("evidence")]
    finally:
        for sort, name in ((Sort.RELATION, "gardener"), (Sort.SET, "plots"), (Sort.EVIDENCE, "harvest")):
            CATALOGUE.take_back(sort, name)
            CATALOGUE._declared.pop((sort, name))


def test_every_declared_name_has_both_languages():
    for sort in Sort:
        for name in list_names(sort):
            assert name.title.zh
            assert name.title.en
