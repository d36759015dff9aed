"""Texts cut into words."""

import pytest

from gongzhi.kernel.segments import LONGEST, plain_of, words_of


def test_words_of_cuts_chinese_and_drops_punctuation() -> None:
    assert words_of("小区的路灯坏了，请修！")[:5] == ["小区", "的", "路灯", "坏", "了"]


def test_words_of_folds_widths_and_capitals() -> None:
    assert words_of("Ｗｉｆｉ 坏了") == ["wifi", "坏", "了"]


@pytest.mark.parametrize("text", ["", "  \n", "🙂🙂", "…！"])
def test_words_of_nothing_is_nothing(text: str) -> None:
    assert words_of(text) == []


def test_plain_of_reads_no_further_than_a_few_pages() -> None:
    assert len(plain_of("灯" * (LONGEST * 2))) == LONGEST
