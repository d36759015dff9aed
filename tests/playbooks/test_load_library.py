"""Files become versions by lying there."""

import pytest
from tests.playbooks.home import DROPPED, drop
from tests.playbooks.names import LIBRARY

from gongzhi.kernel.actors import SYSTEM
from gongzhi.playbooks.actions import load_library, publish_version, withdraw_version
from gongzhi.playbooks.queries import (
    NoSuchPlaybook,
    Take,
    advance,
    begin,
    current_version,
    explain,
    get_version,
    list_files,
    list_playbooks,
    list_versions,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path, settings):
    settings.GONGZHI_HOME = tmp_path
    return tmp_path


def test_the_library_is_there_on_first_use():
    version = current_version("one-lead-four-orders")

    assert (version.n, version.origin) == (1, "library")
    assert {one.name for one in list_playbooks()} == set(LIBRARY)
    assert load_library() == 0


@pytest.mark.parametrize("folder", ["playbooks", "library"])
def test_a_dropped_file_is_used_without_a_restart(home, folder):
    with pytest.raises(NoSuchPlaybook):
        current_version("sound")

    drop(home, folder=folder)
    playbook = current_version("sound").playbook

    state = begin(playbook, shares_of=lambda _: ()).state
    for act in (Take("placed"), Take("done", frozenset({"note"})), Take("solved")):
        state = advance(playbook, state, act, shares_of=lambda _: (), post=None).state
    assert state.result == "solved"


def test_a_changed_file_is_a_new_version_and_the_old_one_stays_pinned(home):
    drop(home)
    before = current_version("sound")

    drop(home, DROPPED.replace("样例", "样例甲"))
    after = current_version("sound")

    assert (before.n, after.n) == (1, 2)
    assert get_version(before.id).title.zh == "样例"
    assert after.playbook.title.zh == "样例甲"


def test_a_faulty_file_is_refused_with_its_lines_and_nothing_else_suffers(home):
    drop(home, DROPPED.replace("who: routed", "who: nobody"))
    (home / "playbooks" / "noise.yaml").write_bytes(b"\xff\xfe\x00")
    (home / "playbooks" / "folder.yaml").mkdir()

    assert current_version("146").n == 1
    with pytest.raises(NoSuchPlaybook):
        current_version("sound")
    faulty = {file.path.rsplit("/", 1)[1]: file.faults for file in list_files() if file.faults}
    assert set(faulty) == {"sound.yaml", "noise.yaml", "folder.yaml"}
    assert faulty["sound.yaml"][0].line == 18
    assert "nobody" in explain(faulty["sound.yaml"][0])


def test_a_withdrawn_text_does_not_come_back_by_itself(home):
    drop(home)
    withdraw_version(current_version("sound").id, actor=SYSTEM)

    assert load_library() == 0
    with pytest.raises(NoSuchPlaybook):
        current_version("sound")


def test_a_file_that_ships_does_not_replace_the_streets_own_wording(home):
    text = LIBRARY["146"].read_text(encoding="utf-8")
    current_version("146")
    publish_version(text.replace("确定议题", "议题确定"), actor=SYSTEM)

    assert load_library() == 0
    assert [(one.n, one.origin) for one in list_versions("146")] == [(2, "edited"), (1, "library")]


def test_reading_again_costs_one_query(home, django_assert_num_queries):
    version = current_version("146")

    with django_assert_num_queries(1):
        current_version("146")
    assert version.playbook.name == "146"
