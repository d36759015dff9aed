"""Does the answer answer? Read on invented letters; figures on the shared data where they are at hand."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongzhi.insight.queries.reply import (
    check_replies,
    check_reply,
    hint_of,
    shipped_background,
    shipped_phrases,
    try_shuffled,
)
from gongzhi.insight.rules.reply import (
    OWN,
    SHIPPED,
    Background,
    Example,
    Gap,
    Pair,
    count_background,
    find_gaps,
    fit_examples,
    grams_of,
    judge_relevance,
    measure_auc,
    measure_pair,
    plain_pair,
    read_text,
    shuffle_pairs,
    try_learning,
)
from gongzhi.kernel import yaml
from gongzhi.kernel.sheets import read_sheet

WRITTEN = yaml.load((Path(__file__).parent / "replies.yaml").read_text("utf-8"))
SHARED = Path(__file__).resolve().parents[3] / "shared/data/citizen-messages/replies_train.csv.xz"
JUDGED = yaml.load((Path(__file__).parent / "judged_replies.yaml").read_text("utf-8"))
CODES = tuple(gap.value for gap in Gap if gap not in (Gap.EMPTY, Gap.SUBJECT, Gap.STOCK, Gap.PLAIN))
ANSWERED = [one for one in WRITTEN if not {"empty", "stock", "forwarded"} & set(one["missing"])]


@pytest.fixture(autouse=True)
def _without_a_model(settings: object, tmp_path: Path) -> None:
    """No street's own model holds here."""
    settings.GONGZHI_HOME = tmp_path  # type: ignore[attr-defined]


@pytest.mark.parametrize("letter", WRITTEN, ids=lambda one: str(one["reply"])[:24])
def test_what_an_answer_leaves_open(letter: dict[str, object]) -> None:
    found = find_gaps(read_text(str(letter["reply"]), shipped_phrases()), shipped_phrases())
    assert {gap.value for gap in found} == set(letter["missing"])  # type: ignore[call-overload]


@pytest.mark.parametrize("judged", ["first", "second"])
def test_findings_agree_with_a_reader(judged: str) -> None:
    letters = JUDGED[judged]
    found = [{gap.value for gap in check_reply([one["question"]], one["reply"]).missing} for one in letters]
    wanted = [set(one["missing"]) for one in letters]
    agreed = sum(one == other for one, other in zip(found, wanted, strict=True))
    assert agreed >= 0.85 * len(letters)
    for code in CODES:
        right = sum(code in one and code in other for one, other in zip(found, wanted, strict=True))
        assert right >= 0.85 * sum(code in one for one in found) - 1, code
        assert right >= 0.85 * sum(code in one for one in wanted) - 1, code


def test_what_is_done_needs_no_day() -> None:
    phrases = shipped_phrases()
    for reply in (
        "物业正在更换水泵。6月3日物业已更换完毕，现已恢复供水。",
        "6月3日物业已修好水泵。今后将加强巡查，如再停水请打13800000000。",
        "经现场查看，6月3日社区已清运。建议您尽快领取垃圾桶。",
    ):
        assert Gap.PROMISE not in find_gaps(read_text(reply, phrases), phrases)
    waits = read_text("6月3日物业已更换水泵。水箱正在订货，到货后安装。", phrases)
    assert Gap.PROMISE in find_gaps(waits, phrases)


def test_a_rule_answers_a_question_and_no_complaint() -> None:
    phrases = shipped_phrases()
    rule = read_text("根据管理规定，居民应当携带身份证办理，可以由子女代办。", phrases)
    recited = read_text("按照供水规范，用户应当爱护水表。", phrases)
    assert Gap.WHAT not in find_gaps(rule, phrases, "老年证请问怎么办理")
    assert Gap.WHAT in find_gaps(recited, phrases, "水表转得特别快")


def test_a_brief_question_is_judged_by_its_single_signs_too() -> None:
    phrases, background = shipped_phrases(), shipped_background()
    pair = plain_pair(Pair(("大树挡窗",), "园林所修剪了靠窗的树枝"), phrases)
    assert measure_pair(pair, background)[5] > 0
    assert measure_pair(Pair(("路灯" * 400,), "路灯"), background)[5] > 0
    long = "".join(chr(0x4E00 + at) for at in range(200))
    assert measure_pair(Pair((long,), long), background)[5] == 0


def test_there_are_enough_invented_answers() -> None:
    assert len(WRITTEN) >= 40


def test_every_gap_has_its_sentence_in_both_languages() -> None:
    for gap in Gap:
        chinese, english = hint_of(gap, "zh-hans"), hint_of(gap, "en")
        assert chinese.add.endswith("。")
        assert english.add.isascii() or "“" in english.add
        assert chinese.name != english.name


@pytest.mark.parametrize("letter", ANSWERED[:20], ids=lambda one: str(one["reply"])[:24])
def test_an_answer_fits_its_own_question_better_than_another(letter: dict[str, str]) -> None:
    own = check_reply([letter["question"]], letter["reply"]).relevance
    other = check_reply(["养老金什么时候发到账上，存折上一直没有"], letter["reply"]).relevance
    assert own > other or own < 0.5 > other


def test_an_answer_about_something_else_is_said_to_be() -> None:
    question = "三号院2单元门口路灯坏了十天，晚上看不见路，老人摔了一跤"
    other = "6月1日上午，水务公司营业所派人上门核对水表读数，马桶水箱漏水，已帮您关紧阀门，电话13800000009。"
    checked = check_reply([question], other)
    assert checked.relevance < 0.35
    assert checked.missing == (Gap.SUBJECT,)


def test_traditional_signs_read_like_simplified_ones() -> None:
    simple = check_reply(["三号院路灯坏了"], "社区电工已经更换三号院路灯。")
    written = check_reply(["三號院路燈壞了"], "社區電工已經更換三號院路燈。")
    assert written.missing == simple.missing
    assert written.relevance > 0.8


def test_an_empty_side_is_never_relevant() -> None:
    assert check_reply(["路灯坏了"], "").relevance == 0
    assert check_reply([""], "已更换路灯").relevance == 0
    assert check_reply([], " \n").missing == (Gap.EMPTY,)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=3), st.text(max_size=400))
def test_any_text_is_judged(question: list[str], reply: str) -> None:
    checked = check_reply(question, reply)
    assert 0 <= checked.relevance <= 1
    assert len(set(checked.missing)) == len(checked.missing)
    assert check_reply(question, reply) == checked


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(WRITTEN), st.sampled_from(("2026年6月3日上午，", "联系电话13800000000。")))
def test_saying_more_of_the_basics_never_opens_those_gaps(letter: dict[str, str], more: str) -> None:
    phrases = shipped_phrases()
    gap = Gap.WHEN if "日" in more else Gap.CONTACT
    reply = f"{more}{letter['reply']}" if gap is Gap.WHEN else f"{letter['reply']}{more}"
    assert gap not in find_gaps(read_text(reply, phrases), phrases)


def test_very_long_texts_are_read_to_their_limit() -> None:
    assert check_reply(["路灯坏了" * 30_000], "社区电工已经更换路灯。" * 30_000).relevance > 0.9


def test_latin_words_count_whole() -> None:
    assert grams_of("gate 3 路灯坏") == ["gate", "3", "路灯", "灯坏"]


def test_what_is_rare_weighs_more() -> None:
    background = Background(0, {}).with_texts(["路灯坏了", "路灯亮了", "电梯坏了"])
    assert background.rarity("电梯") > background.rarity("路灯") > 1
    assert shipped_background().rarity("感谢") < shipped_background().rarity("铁塔")


def test_more_in_common_is_more_relevant() -> None:
    lengths = (3.0, 3.0, 1.0, 0.0)
    said = [judge_relevance((share, share, *lengths), OWN) for share in (0.0, 0.01, 0.05, 0.2, 0.6)]
    assert all(less <= more for less, more in pairwise(said))


def test_shuffled_pairs_never_keep_their_own_answer() -> None:
    pairs = [Pair((str(at),), str(at)) for at in range(30)]
    assert all(pair.question[0] != pair.reply for pair in shuffle_pairs(pairs, 1))
    assert shuffle_pairs(pairs, 1) == shuffle_pairs(pairs, 1) != shuffle_pairs(pairs, 2)
    assert shuffle_pairs(pairs[:1], 1) == []


def test_the_area_under_the_curve() -> None:
    assert measure_auc([0.9, 0.8], [0.1, 0.2]) == 1
    assert measure_auc([0.5, 0.5], [0.5]) == 0.5
    assert measure_auc([0.1], [0.9]) == 0
    assert measure_auc([], [0.3]) == 0.5


def test_learning_from_pairs_and_refused_answers() -> None:
    phrases = shipped_phrases()
    pairs = [plain_pair(Pair((one["question"],), one["reply"]), phrases) for one in ANSWERED]
    examples = [Example(pair, True) for pair in pairs]
    background = count_background(examples, shipped_background())
    weights = fit_examples(examples, background, SHIPPED)
    assert weights[0] > 0
    said = [judge_relevance(measure_pair(pair, background), weights) for pair in pairs]
    assert sum(said) / len(said) > 0.6
    refused = [*examples, *(Example(pair, False) for pair in shuffle_pairs(pairs, 9))]
    assert 0.5 < try_learning(refused, shipped_background(), SHIPPED) <= 1


def test_a_table_is_a_background_and_no_competition() -> None:
    pairs = [Pair((one["question"],), one["reply"]) for one in WRITTEN]
    assert len(check_replies(pairs)) == len(pairs)
    assert check_replies(pairs) == check_replies(list(reversed(pairs)))[::-1]
    assert try_shuffled([], 1) == 0.5


@pytest.mark.skipif(not SHARED.exists(), reason="the shared letters are not on this machine")
def test_true_answers_are_told_from_shuffled_ones() -> None:
    rows = list(read_sheet(SHARED).rows)
    pairs = [Pair((row["留言主题"], row["留言详情"]), row["答复意见"]) for row in rows]
    assert try_shuffled(pairs, 11) >= 0.98
