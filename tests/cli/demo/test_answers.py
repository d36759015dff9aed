"""What the demo's staff answer: fitting, various, mostly good, and the same for the same seed."""

from collections import Counter
from random import Random

import pytest

from gongzhi.cli.demo.answers import CARELESS, USUAL, Care, read_answers, with_dates, write_answer
from gongzhi.cli.demo.texts import read_texts
from gongzhi.insight.queries.reply import check_reply
from gongzhi.insight.rules.reply import Gap

REPORTS = [(item, words) for item, openings in read_texts().openings.items() for words in openings]
HOLLOW = {Gap.STOCK, Gap.FORWARDED, Gap.WHAT}


def written(care: Care, seed: int = 7) -> list[tuple[str, str]]:
    """An answer to each report the demo knows, with the report."""
    answers, chance = read_answers(), Random(seed)
    return [(words, write_answer(answers, chance, item, words, care)) for item, words in REPORTS]


def open_gaps(care: Care) -> list[tuple[Gap, ...]]:
    return [check_reply([words], said).missing for words, said in written(care)]


def test_every_report_has_answers_of_its_matter() -> None:
    answers = read_answers()
    assert set(answers.matters) == set(read_texts().openings)
    used = {id(answers.fitting(item, words)) for item, words in REPORTS}
    assert used == {id(row) for rows in answers.matters.values() for row in rows}, "a row no report leads to"
    assert all(rows[-1].about == () for item, rows in answers.matters.items())


def test_answers_are_various_and_the_same_for_a_seed() -> None:
    said = [one for _words, one in written(USUAL)]
    assert len(set(said)) > 250
    assert said == [one for _words, one in written(USUAL)]
    assert said != [one for _words, one in written(USUAL, seed=8)]
    assert not any(sign in one for one in said for sign in "{}")


@pytest.mark.parametrize("part", ["good", "part"])
def test_a_full_answer_leaves_little_open(part: str) -> None:
    chance, counted = Random(1), Counter[bool]()
    for rows in read_answers().matters.values():
        for said in (one for row in rows for one in getattr(row, part)):
            counted[not set(check_reply([""], with_dates(said, chance)).missing)] += 1
    share = counted[True] / counted.total()
    assert share > 0.95 if part == "good" else share < 0.1


def test_most_answers_say_everything_some_nothing_some_miss_the_matter() -> None:
    gaps = open_gaps(USUAL)
    complete = sum(not one for one in gaps) / len(gaps)
    hollow = sum(bool(HOLLOW & set(one)) for one in gaps) / len(gaps)
    astray = sum(Gap.SUBJECT in one for one in gaps) / len(gaps)
    assert 0.45 < complete < 0.75
    assert 0.08 < hollow < 0.35
    assert 0.01 < astray < 0.15


def test_the_careless_leave_more_open() -> None:
    usual, careless = (sum(map(bool, open_gaps(care))) for care in (USUAL, CARELESS))
    assert careless > 1.5 * usual
