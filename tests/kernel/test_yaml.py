"""YAML 1.2 texts: values as people mean them, and a line for whatever is wrong."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongzhi.kernel import yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("012", 12),
        ("0x1F", 31),
        ("0o17", 15),
        ("1_000", "1_000"),
        ("'146'", "146"),
        ("1e3", 1000.0),
        ("-.5", -0.5),
        ("true", True),
        ("~", None),
        ("", None),
        ("2021-01-01", datetime.date(2021, 1, 1)),
        ("- 灯: [亮, 不亮]", [{"灯": ["亮", "不亮"]}]),
    ],
)
def test_values_are_those_of_yaml_1_2(text: str, value: object) -> None:
    assert yaml.load(text) == value


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: 1\nb: 2\na: 3", 3, "said twice"),
        ("a: [1,\n", 2, ""),
        ("a: 1\nb: !!python/object:os.system x", 2, "constructor"),
        ("day: 2021-13-01", 1, "month"),
        ("a: &x [1]\nb: *x", 2, "anchors"),
        ("a: \x07", 1, ""),
        ("\ud800", 1, "surrogates"),
        ("---\na\n---\nb", 3, "document"),
        ("? [1]\n: 2", 1, "unhashable"),
        ("9" * 5000, 1, "digits"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(yaml.NotYaml) as told:
        yaml.load(text)
    assert told.value.line == line
    assert problem in told.value.problem


@pytest.mark.parametrize("text", ["[" * 90_000, "- " * 90_000, "{a: " * 90_000])
def test_a_page_of_brackets_is_refused_before_it_is_built(text: str) -> None:
    for read in (yaml.load, yaml.compose):
        with pytest.raises(yaml.NotYaml, match="too deep"):
            read(text)


def test_a_tree_keeps_its_lines_and_follows_anchors() -> None:
    tree = yaml.compose("a: &x\n  b: 1\nc: *x")
    assert [(key.value, key.start_mark.line) for key, _value in tree.value] == [("a", 0), ("c", 2)]
    assert tree.value[1][1] is tree.value[0][1]


@given(st.text())
def test_any_text_is_a_value_or_no_yaml(text: str) -> None:
    try:
        yaml.load(text)
    except yaml.NotYaml as refused:
        assert refused.line >= 1
