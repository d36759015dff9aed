"""Answers counted by post."""

from gongzhi.insight.rules.replies import LEAST, SentFacts, read_gaps, tally, tally_posts
from gongzhi.insight.rules.reply import Gap


def test_one_line_for_each_post_the_most_open_first() -> None:
    rows = [SentFacts("网格长", (Gap.WHEN,), None), SentFacts("网格长", (Gap.WHEN, Gap.WHO), None)]
    lines = tally_posts([SentFacts("楼长", (), True), *rows])
    assert [(line.post, line.answers, line.with_gaps) for line in lines] == [("网格长", 2, 2), ("楼长", 1, 0)]
    assert lines[0].often == (Gap.WHEN, Gap.WHO)


def test_a_share_needs_five_judged_answers() -> None:
    open_one = SentFacts("网格长", (Gap.WHEN,), False)
    assert tally("", [open_one] * (LEAST - 1)).refused_with_gaps is None
    line = tally("", [open_one] * LEAST + [SentFacts("网格长", (), True)] * LEAST)
    assert (line.refused_with_gaps, line.refused_without) == (100, 0)


def test_codes_this_release_does_not_know_are_passed_over() -> None:
    assert read_gaps("when,from-the-future,who") == (Gap.WHEN, Gap.WHO)
    assert read_gaps("") == ()


def test_no_answers_no_lines() -> None:
    assert tally_posts([]) == ()
    assert tally("", []).answers == 0
