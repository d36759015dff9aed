"""What forms say when something is filled in wrongly."""

import pytest
from django import forms
from django.core.validators import MaxValueValidator
from django.utils import translation

from gongzhi.web.mistakes import speak_plainly


class Everything(forms.Form):
    """A field of each kind people fill in."""

    words = forms.CharField(max_length=5)
    kind = forms.ChoiceField(choices=[("a", "A")])
    day = forms.DateField()
    moment = forms.DateTimeField()
    hour = forms.TimeField()
    count = forms.IntegerField(validators=[MaxValueValidator(3)])
    table = forms.FileField()


def complaints(filled: dict[str, str]) -> dict[str, str]:
    with translation.override("zh-hans"):
        return {name: " ".join(said) for name, said in Everything(filled).errors.items()}


@pytest.fixture(autouse=True)
def _plainly() -> None:
    speak_plainly()


def test_nothing_filled_in() -> None:
    said = complaints({})
    assert said["words"] == said["kind"] == said["day"] == "请填写。"
    assert said["table"] == "请选择文件。"


def test_filled_in_wrongly_says_what_to_do() -> None:
    wrong = {
        "words": "六个字以上了",
        "kind": "x",
        "day": "2026-13-45",
        "moment": "明天",
        "hour": "x",
        "count": "9",
    }
    said = complaints(wrong)
    assert said["words"] == "最多 5 个字。"
    assert "x" not in said["kind"]
    assert "2026-03-08" in said["day"] and "15:30" in said["moment"] and "15:30" in said["hour"]
    assert "3" in said["count"]
    for sentence in said.values():
        assert "变量" not in sentence and "有效的" not in sentence and "字段" not in sentence


def test_a_character_that_cannot_be_kept() -> None:
    assert "粘贴" in complaints({"words": "a\x00b"})["words"]
