"""Messages sorted into matters: what belongs together comes together, what does not stays apart."""

from collections import Counter

import pytest
from tests.insight.hot_street import day, lexicon, matter_of, pairs_of, sorted_out, true_pairs, written

from gongzhi.insight.rules.hot import Message, Trend, find_issues, read_day
from gongzhi.insight.rules.hot.reading import Reader


def test_there_are_enough_messages_to_mean_something() -> None:
    assert len(written()) >= 60
    assert len({matter_of(one.ref) for one in written()} - {"apart"}) == 9


def test_members_of_one_issue_are_one_matter() -> None:
    assert pairs_of(sorted_out()) <= true_pairs()


def test_most_of_what_belongs_together_comes_together() -> None:
    assert len(pairs_of(sorted_out()) & true_pairs()) >= 0.85 * len(true_pairs())


def test_two_matters_at_one_place_stay_two() -> None:
    at_one_place = [one for one in sorted_out() if "翠苑" in one.place]
    assert {matter_of(ref) for one in at_one_place for ref in one.members} == {"mixing-plant", "parking-sale"}
    assert all(len({matter_of(ref) for ref in one.members}) == 1 for one in at_one_place)


def test_the_same_trouble_at_different_places_is_no_matter() -> None:
    assert not [one for one in sorted_out() if any(matter_of(ref) == "apart" for ref in one.members)]


def test_a_matter_is_called_by_its_place_and_problem() -> None:
    names = {matter_of(one.members[0]): (one.place, one.problem) for one in sorted_out()}
    assert names["lift"] == ("红旗院", "lift")
    assert names["loan-fraud"] == ("88车贷", "fraud")
    assert names["bus-line"] == ("33路", "bus")
    assert names["kindergarten"] == ("锦程幼儿园", "kindergarten")


def test_first_and_last_day_and_trend() -> None:
    lift = next(one for one in sorted_out() if one.members[0] == "lift/0")
    fraud = next(one for one in sorted_out() if one.members[0] == "loan-fraud/0")
    assert (lift.first, lift.last, lift.trend) == (day("2026-08-01"), day("2026-08-23"), Trend.RISING)
    assert (fraud.first, fraud.trend) == (day("2026-02-03"), Trend.FADING)
    assert lift.heat > fraud.heat


def test_the_order_of_the_table_does_not_matter() -> None:
    turned = find_issues(reversed(written()), lexicon())
    assert {one.members for one in turned} == {one.members for one in sorted_out()}


def test_one_letter_sent_again_counts_once() -> None:
    again = [
        Message(str(n), "海棠湾小区停水三天了", "海棠湾小区停水，没有通知。", day=day("2026-08-01"))
        for n in range(6)
    ]
    other = Message("x", "海棠湾小区又停水", "海棠湾小区停水没人管。", day=day("2026-08-02"))
    found = find_issues([*again, other], lexicon())
    assert [(one.reports, len(one.members)) for one in found] == [(2, 7)]
    assert find_issues(again, lexicon()) == []


def test_seconding_makes_hotter_but_not_by_the_count() -> None:
    def heat(seconders: int) -> float:
        pair = [
            Message("a", "海棠湾小区停水", "停水两天。", day=day("2026-08-01"), seconders=seconders),
            Message("b", "海棠湾小区一直停水", "没有水。", day=day("2026-08-02")),
        ]
        return find_issues(pair, lexicon())[0].heat

    assert heat(0) < heat(3) < heat(99) < 20 * heat(0)


def test_another_line_is_another_matter() -> None:
    rows = [
        ("a", "33路公交车停运"),
        ("b", "33路公交停运了"),
        ("c", "47路公交车停运"),
        ("d", "47路公交停运了"),
    ]
    found = find_issues([Message(ref, text) for ref, text in rows], lexicon())
    assert not any(one.members == ("a", "b", "c", "d") for one in found)
    assert not any({"a", "c"} <= set(one.members) for one in found)


def test_a_known_place_helps_where_nobody_names_it() -> None:
    rows = [("楼道灯不亮了", "翠苑小区"), ("三层的灯坏了，楼道漆黑", "翠苑小区"), ("楼道灯不亮", "松园小区")]
    found = find_issues(
        [Message(str(n), text, estate=one) for n, (text, one) in enumerate(rows)],
        lexicon(),
    )
    assert [one.members for one in found] == [("0", "1")]


ODD = (
    "",
    "   ",
    "？！",
    "a",
    "The street light in Willow Lane is broken",
    "😀😀😀",
    "翠苑" * 9000,
    "夜間施工噪音擾民，請處理",
)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_do_no_harm(text: str) -> None:
    found = find_issues([Message("0", text), Message("1", text, text), *written()[:9]], lexicon())
    assert all(one.heat > 0 and one.reports >= 2 for one in found)
    assert Counter(ref for one in found for ref in one.members).most_common(1)[0][1] == 1


def test_nothing_and_one_message_are_no_issue() -> None:
    assert find_issues([], lexicon()) == []
    assert find_issues(written()[:1], lexicon()) == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026/8/5 11:25:05", "2026-08-05"),
        ("2026-08-05T09:00", "2026-08-05"),
        ("2026年8月5日", "2026-08-05"),
        ("20260805", "2026-08-05"),
        ("2026-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_read_day(text: str, iso: str | None) -> None:
    assert read_day(text) == (day(iso) if iso else None)


def test_one_thing_reaches_over_estates() -> None:
    rows = [
        ("松涛路工地夜间施工太吵", "翠苑小区"),
        ("松涛路工地半夜打桩噪音", "松园小区"),
        ("楼道灯不亮", "松园小区"),
    ]
    found = find_issues([Message(str(n), text, estate=one) for n, (text, one) in enumerate(rows)], lexicon())
    assert [one.members for one in found] == [("0", "1")]


TAXIS = ("门口滴滴车乱停，堵住大门", "滴滴车又堵在大门口，出不去")
ALARMS = ("烟感报警器一直滴滴响", "楼道的烟感又滴滴响，没人来换电池")


def test_what_beeps_is_no_taxi() -> None:
    said = [Message(str(n), text, estate="翠苑小区") for n, text in enumerate((*TAXIS, *ALARMS))]
    assert {one.members: one.problem for one in find_issues(said, lexicon())} == {
        ("0", "1"): "taxi",
        ("2", "3"): "fire-safety",
    }
    for taxi in TAXIS:
        for alarm in ALARMS:
            pair = [Message("0", taxi, estate="翠苑小区"), Message("1", alarm, estate="翠苑小区")]
            assert find_issues(pair, lexicon()) == [], (taxi, alarm)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("滴滴司机拒载", {"taxi"}),
        ("打滴滴的士等不到", {"taxi"}),
        ("家里有个盒子滴滴滴响了一夜", set()),
        ("水管滴滴答答，漏水了", {"building-quality"}),
        ("报警器坏了", set()),
        ("路上一个大坑", set()),
        ("开发商坑人", {"false-advertising"}),
    ],
)
def test_a_word_inside_another_says_nothing(text: str, problems: set[str]) -> None:
    read = Reader(lexicon()).read(Message("0", text))
    assert {lexicon().problems[at].code for at in read.problem} == problems
