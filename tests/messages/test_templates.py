"""The shipped templates: both languages, only what can be filled in, nobody's name."""

import pytest
from django.utils import translation

from gongzhi.kernel.delivery import drain
from gongzhi.messages.models import Message
from gongzhi.messages.queries import list_messages, list_templates
from gongzhi.messages.rules import PLACEHOLDERS, Template, check_wording, fill_template, placeholders_of
from tests.cases.playing import placed
from tests.world import World

CHANNELS = {channel.value for channel in Message.Channel}


@pytest.mark.django_db
def test_every_template_is_whole() -> None:
    for one in list_templates().values():
        assert one.reader in ("staff", "resident") and one.channels and set(one.channels) <= CHANNELS
        assert one.zh and not one.zh.isascii() and one.en.isascii(), one.code
        assert placeholders_of(one.zh) == placeholders_of(one.en) <= PLACEHOLDERS, one.code
        check_wording(one, zh=one.zh, en=one.en)


def test_a_fact_that_is_missing_leaves_its_place_empty() -> None:
    template = Template("x", "staff", ("in-app",), zh="编号 {ref}：{place}", en="Number {ref} at {place}")
    assert fill_template(template, "en", {"ref": "1", "place": "{ref}"}) == "Number 1 at {ref}"
    assert fill_template(template, "zh-hans", {}) == "编号 ："


def test_every_sentence_reads_whole_in_both_languages(world: World) -> None:
    case = placed(world, urgency="critical")
    drain()
    for language, digits in (("zh-hans", "编号 "), ("en", "Number ")):
        with translation.override(language):
            sentences = [one.sentence for one in list_messages(world.grid_leader.user_id)]
        assert len(sentences) == 2 and any(digits in one for one in sentences)
        assert all(f"{case.ref[:4]} {case.ref[4:8]}" in one and "{" not in one for one in sentences)
