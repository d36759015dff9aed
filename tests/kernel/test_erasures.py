"""What was erased is noted after the commit, by reference only."""

from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from gongzhi.kernel.erasures import Erasure, erasures_file, list_erasures, note_erasure


@pytest.fixture(autouse=True)
def own_file(settings: Settings, tmp_path: Path) -> None:
    """Notes of this test lie by themselves."""
    settings.GONGZHI_HOME = tmp_path


@pytest.mark.django_db(transaction=True)
def test_noted_once_it_is_committed() -> None:
    with transaction.atomic():
        note_erasure("person", ref="482109375516")
        assert list_erasures(erasures_file()) == ()
    assert list_erasures(erasures_file()) == (Erasure("person", {"ref": "482109375516"}),)


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_not_noted() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        note_erasure("person", ref="482109375516")
        raise ZeroDivisionError
    assert not erasures_file().exists()


def test_half_a_line_is_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "e.jsonl"
    place.write_text('{"at": "x", "kind": "words", "names": {"case_ref": "1", "seq": "2"}}\n{"at": "x", "ki')
    assert [one.kind for one in list_erasures(place)] == ["words"]
