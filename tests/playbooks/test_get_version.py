"""The version a case pinned."""

import pytest

from gongzhi.playbooks.queries import NoSuchPlaybook, current_version, get_version, get_version_text
from gongzhi.playbooks.queries.versions import note_settled


@pytest.mark.django_db
def test_a_committed_version_is_read_once(django_assert_num_queries):
    version = current_version("lift")
    note_settled(version.id)
    get_version(version.id)

    with django_assert_num_queries(0):
        assert get_version(version.id).name == "lift"
    get_version.__globals__["_by_id"].pop(version.id)  # the number is rolled back with this test
    assert get_version_text(version.id).startswith("playbook: lift")


@pytest.mark.django_db
def test_there_is_none():
    with pytest.raises(NoSuchPlaybook):
        get_version(987654321)
    with pytest.raises(NoSuchPlaybook):
        get_version_text(987654321)
