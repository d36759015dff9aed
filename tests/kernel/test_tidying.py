"""How often memory is looked through."""

import gc

import pytest

from gongzhi.kernel.tidying import seldom_tidied, tidy_seldom_from_now


def test_seldom_only_while_the_work_lasts() -> None:
    usual = gc.get_threshold()
    with pytest.raises(RuntimeError), seldom_tidied():
        assert gc.get_threshold()[0] > usual[0] and gc.get_freeze_count() > 0
        raise RuntimeError
    assert gc.get_threshold() == usual and gc.get_freeze_count() == 0


def test_a_serving_process_keeps_what_it_has_loaded() -> None:
    usual = gc.get_threshold()
    try:
        tidy_seldom_from_now()
        assert gc.get_threshold()[0] > usual[0] and gc.get_freeze_count() > 0
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
