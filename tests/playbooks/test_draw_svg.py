"""The flow chart: well-formed, whole, in both languages."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from tests.playbooks.names import LIBRARY, shipped

from gongzhi.playbooks.queries import draw_svg
from gongzhi.playbooks.rules.chart import EDGE, WIDTH, Words, width_of, wrap
from gongzhi.playbooks.rules.drawing import draw_chart
from gongzhi.playbooks.rules.shapes import Titled

WORDS = Words(
    up="one rung up",
    again="the step goes on",
    supervised="supervised",
    routed="routed again",
    back="the step before",
    stays="the step stays",
    late="Too late",
    silence="Nobody answers",
    then="When the other matter ends",
    anywhere="At any step",
    now="now",
    who="by",
    each="each does its part",
    steps="Steps",
    ends="Ends",
    nth="time %(n)s",
)
SVG = "{http://www.w3.org/2000/svg}"


def _name(name):
    return Titled(name, name)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", LIBRARY)
def test_every_step_outcome_and_end_is_on_the_chart(name, language):
    playbook = shipped(name)
    chart = ET.fromstring(draw_chart(playbook, words=WORDS, name_of=_name, language=language))

    said = " ".join(text.text for text in chart.iter(f"{SVG}text")).replace(" ", "")
    cards = {group.get("data-step") for group in chart.iter(f"{SVG}g")}
    assert set(playbook.steps) <= cards
    for step in playbook.steps.values():
        for titled in (step.title, *(outcome.title for outcome in step.outcomes.values())):
            assert getattr(titled, language).replace(" ", "") in said
    assert chart.get("role") == "img"
    assert chart.find(f"{SVG}title").text == getattr(playbook.title, language)
    assert all(
        getattr(step.title, language) in chart.find(f"{SVG}desc").text for step in playbook.steps.values()
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", LIBRARY)
def test_nothing_runs_over_the_width_of_a_phone(name, language):
    chart = ET.fromstring(draw_chart(shipped(name), words=WORDS, name_of=_name, language=language))

    assert chart.get("viewBox").split()[2] == "390"
    for text in chart.iter(f"{SVG}text"):
        size, x = int(text.get("font-size")), float(text.get("x"))
        wide = width_of(text.text, size)
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor")]
        assert size >= 12
        assert left >= EDGE
        assert left + wide <= WIDTH - EDGE


def test_the_current_step_stands_out_by_word_and_shape():
    chart = ET.fromstring(
        draw_chart(shipped("146"), words=WORDS, name_of=_name, language="en", current="deliberate")
    )

    here = [group for group in chart.iter(f"{SVG}g") if "chart-current" in group.get("class", "")]
    assert [group.get("data-step") for group in here] == ["deliberate"]
    assert "now" in here[0].find(f"{SVG}text").text
    assert here[0].find(f"{SVG}rect").get("stroke-width") == "3"


def test_words_of_the_file_cannot_break_out():
    evil = replace(shipped("146"), title=Titled("<script>", '"&<b>'))
    chart = ET.fromstring(draw_chart(evil, words=WORDS, name_of=_name, language="zh"))

    assert chart.find(f"{SVG}title").text == "<script>"


def test_long_texts_break_between_english_words_and_anywhere_in_chinese():
    assert wrap("one two three", 13, 60) == ["one two", "three"]
    assert wrap("一二三四五", 10, 25) == ["一二", "三四", "五"]


@pytest.mark.django_db
def test_posts_are_called_what_the_street_calls_them():
    assert "分管领导" in draw_svg(shipped("one-lead-four-orders"), language="zh-hans")
    assert "Deputy leader" in draw_svg(shipped("one-lead-four-orders"), language="en")
