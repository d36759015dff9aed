"""How often memory is looked through."""

import gc
from collections.abc import Iterator

import pytest

from gongzhi.kernel.tidying import seldom_tidied, tidy_seldom_from_now

USUAL = (700, 10, 10)


@pytest.fixture(autouse=True)
def as_python_begins() -> Iterator[None]:
    """Whatever this process was told before: a test that loads the pages tells it to tidy seldom."""
    before = gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(*USUAL)
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_seldom_only_while_the_work_lasts() -> None:
    with pytest.raises(RuntimeError), seldom_tidied():
        assert gc.get_threshold()[0] > USUAL[0] and gc.get_freeze_count() > 0
        raise RuntimeError
    assert gc.get_threshold() == USUAL and gc.get_freeze_count() == 0


def test_a_serving_process_keeps_what_it_has_loaded() -> None:
    tidy_seldom_from_now()
    assert gc.get_threshold()[0] > USUAL[0] and gc.get_freeze_count() > 0
