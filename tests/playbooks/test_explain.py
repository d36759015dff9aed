"""Every fault has a sentence, and every sentence a translation."""

import inspect
import re

from django.utils import translation
from django.utils.translation import gettext

from gongzhi.playbooks.queries import Fault, explain
from gongzhi.playbooks.rules import checks, machine, playing, reading, schema
from gongzhi.playbooks.rules.explaining import SENTENCES


def test_every_code_has_a_sentence():
    """The codes are the first words in quotes after the line they are found on."""
    source = "".join(inspect.getsource(module) for module in (checks, playing, reading, schema))
    plain = re.sub(r"\s+", " ", source)
    codes = set(
        re.findall(r'(?:Fault|fault|Unreadable|_Stumbled)\((?:[^"()]|\([^()]*\))*?, "([a-z-]+)"', plain)
    )

    assert codes <= set(SENTENCES)
    assert set(SENTENCES) - codes <= {"not-utf8"}


def test_sentences_are_read_in_chinese():
    with translation.override("zh-hans"):
        said = explain(Fault(7, "unknown-post", {"name": "warlord"}))
        untranslated = [s for s in (*SENTENCES.values(), *machine.SENTENCES.values()) if gettext(s) == s]

    assert said == "第 7 行：没有“warlord”这个岗位"
    assert untranslated == []
