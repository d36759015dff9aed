"""Words of the speech list replaced in its text: remarks and everything else stay where they stood."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.routing.test_rules_speech_words import SHIPPED, SIGNS, rows

from gongzhi.routing.rules import read_yaml
from gongzhi.routing.rules.reading import read_speech
from gongzhi.routing.rules.respelling import respell
from gongzhi.routing.rules.shapes import SpeechList
from gongzhi.routing.rules.writing import write_speech

REASONS = SHIPPED[SHIPPED.index("reasons:") : SHIPPED.index("allowed:")]
REMARKED = f"""# 头上的说明
{REASONS}# 本街道另加
allowed:
  numbers:
  - "12345"   # 市民热线
  # 以下是本街道
  - "01088880001"
  # 网站
  sites: [gov.cn]   # 一律不标
insults:
  words:   # 按来信逐条加
    [白痴, 脑残,
     # 2026年议事会意见
     混蛋, "# 号",  # 存疑
     笨猪]   # 到此
  innocent: []
advertising:
  enough: 3   # 太少会误标
  calls: [扫码进群]
"""


def remarked() -> SpeechList:
    return read_speech(read_yaml(REMARKED))


def test_what_is_not_changed_stays_as_it_was_typed() -> None:
    assert respell(REMARKED, remarked()) == REMARKED
    said = respell(REMARKED, replace(remarked(), innocent=("白痴树",)))
    assert said == REMARKED.replace("innocent: []", "innocent: [白痴树]")


def test_a_remark_stays_with_its_word() -> None:
    speech = replace(remarked(), insults=("白痴", "混蛋", "# 号", "笨猪", "木头脑袋"))
    said = respell(REMARKED, speech)
    assert read_speech(read_yaml(said)) == speech
    part = said[said.index("  words:") : said.index("  innocent")]
    assert part.splitlines() == [
        "  words:",
        "    [",
        "     # 按来信逐条加",
        "     白痴,",
        "     # 2026年议事会意见",
        "     混蛋,",
        '     "# 号",  # 存疑',
        "     笨猪, 木头脑袋,",
        "    ]   # 到此",
    ]


def test_a_remark_of_a_word_that_goes_moves_to_the_end() -> None:
    said = respell(REMARKED, replace(remarked(), insults=("白痴",), numbers=()))
    assert all(
        words in said for words in ("# 2026年议事会意见", "# 存疑", "# 市民热线", "# 以下是本街道", "# 网站")
    )
    assert read_speech(read_yaml(said)).insults == ("白痴",) and "混蛋" not in said


def test_a_part_that_stood_nowhere_is_written_with_all_remarks_at_the_head() -> None:
    speech = replace(remarked(), offers=("特价",))
    said = respell(REMARKED, speech)
    assert read_speech(read_yaml(said)) == speech
    assert said.startswith("# 头上的说明\n# 本街道另加\n# 以下是本街道\n# 网站\n# 2026年议事会意见\nreasons:")


@given(rows, rows, st.permutations(["白痴", "混蛋", "# 号", "笨猪"]), st.text(SIGNS, min_size=1, max_size=9))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_words_survive(numbers: list[str], sites: list[str], kept: list[str], new: str) -> None:
    speech = replace(remarked(), numbers=tuple(numbers), sites=tuple(sites), insults=(new, *kept))
    said = respell(REMARKED, speech)
    assert read_speech(read_yaml(said)) == speech
    assert read_speech(read_yaml(write_speech(speech))) == speech
    assert all(
        one in said for one in ("# 2026年议事会意见", "# 存疑", "# 到此", "# 一律不标", "# 太少会误标")
    )
