import pytest
from tests.world import World

from gongzhi.kernel.errors import Denied
from gongzhi.routing.actions import publish_list
from gongzhi.routing.actions.publish_list import ListMovedOn
from gongzhi.routing.queries import ListKind, ReportFacts, decide_path, find_danger, find_list, list_versions
from gongzhi.routing.rules import BadList, BrokenList

ONE = """
paths:
  - code: "1"
    name: {zh: 都给书记, en: All to the secretary}
    when: {}
    who: community-secretary
"""
BEES = """
signs:
  - code: bees
    number: "119"
    sentence: {zh: 别靠近, en: Keep away}
    words: [马蜂]
"""


def test_a_new_list_holds_at_once_and_has_its_author(street: World) -> None:
    facts = ReportFacts("楼道灯不亮", "page", place_id=street.place("entrance"))
    assert decide_path(facts).seat_id == street.seat("grid_leader")
    n = publish_list(ListKind.PATHS, ONE, actor=street.administrator.actor, note="试行", seen=1)
    assert decide_path(facts).seat_id == street.seat("secretary")
    newest = find_list(ListKind.PATHS)
    assert newest is not None
    assert (newest.n, newest.by_user_id, newest.note) == (n, street.administrator.user_id, "试行")
    assert len(list_versions(ListKind.PATHS)) == 2


def test_words_of_danger_are_the_streets_own(street: World) -> None:
    publish_list(ListKind.DANGERS, BEES, actor=street.administrator.actor)
    assert find_danger("门口有马蜂") is not None
    assert find_danger("着火了") is None


@pytest.mark.parametrize("text", ["paths: []", "paths: 3", "paths:\n  - {code: x}", "signs: []"])
def test_an_unusable_list_is_refused(street: World, text: str) -> None:
    with pytest.raises(BadList):
        publish_list(ListKind.PATHS, text, actor=street.administrator.actor)


def test_broken_text_names_its_line(street: World) -> None:
    with pytest.raises(BrokenList) as refused:
        publish_list(ListKind.PATHS, "paths:\n  - {code: [}\n", actor=street.administrator.actor)
    assert "2" in str(refused.value)


def test_two_editors(street: World) -> None:
    publish_list(ListKind.PATHS, ONE, actor=street.administrator.actor, seen=1)
    with pytest.raises(ListMovedOn):
        publish_list(ListKind.PATHS, ONE, actor=street.administrator.actor, seen=1)


def test_only_who_configures(street: World) -> None:
    with pytest.raises(Denied):
        publish_list(ListKind.PATHS, ONE, actor=street.secretary.actor)
