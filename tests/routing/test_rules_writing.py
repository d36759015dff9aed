"""The form and the text are two ways to the same list."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gongzhi.routing.rules import PathRule, Titled, head_of, read_paths, read_yaml, write_paths
from gongzhi.routing.rules.reading import CONDITIONS

SHIPPED = (Path(__file__).parents[2] / "src/gongzhi/routing/data/paths.yaml").read_text("utf-8")
SIGNS = "ab7楼道（: #,[]{}\"'-*&!%@`~|>\\😀é"
words = st.text(SIGNS, min_size=1, max_size=8)
free = st.dictionaries(
    st.sampled_from([one for one in CONDITIONS if one not in ("time", "hours")]),
    st.lists(words, min_size=1, max_size=3).map(tuple),
    max_size=3,
)
timed = st.fixed_dictionaries(
    {}, optional={"time": st.just(("night", "weekend")), "hours": st.just(("22:00-06:00",))}
)
conditions = st.tuples(free, timed).map(lambda both: both[0] | both[1])
paths = st.lists(
    st.builds(
        PathRule,
        words,
        st.builds(Titled, words, words),
        words,
        st.lists(conditions, min_size=1, max_size=3).map(tuple),
        st.lists(words, max_size=2).map(tuple),
    ),
    max_size=4,
    unique_by=lambda one: one.code,
)


def test_the_shipped_text_is_what_the_form_would_write() -> None:
    assert write_paths(read_paths(read_yaml(SHIPPED)), head_of(SHIPPED)) == SHIPPED


@settings(deadline=None, max_examples=60)
@given(paths)
def test_what_is_written_is_read_again(written: list[PathRule]) -> None:
    assert read_paths(read_yaml(write_paths(written, "# above"))) == tuple(written)


def test_words_that_yaml_would_take_for_something_else() -> None:
    odd = PathRule("12:30", Titled("否", "no"), "off", ({"channel": ("146", "null")},))
    assert read_paths(read_yaml(write_paths([odd]))) == (odd,)


def test_a_text_without_remarks_has_no_head() -> None:
    assert head_of("paths: []\n") == ""
    assert head_of("\n# one\n# two\npaths: []\n") == "\n# one\n# two"
