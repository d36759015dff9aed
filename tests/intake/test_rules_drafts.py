"""What can be taken in."""

from dataclasses import replace

import pytest

from gongzhi.intake.rules import Order, ReportDraft, Spot, check_draft, check_may_use_channel, tidy
from gongzhi.kernel.errors import Denied, Invalid

GOOD = ReportDraft(key="3f1c-22aa", words="三层楼道灯不亮")


def faults(draft: ReportDraft) -> set[str]:
    with pytest.raises(Invalid) as refused:
        check_draft(tidy(draft))
    return set(refused.value.errors)


def test_a_plain_report() -> None:
    check_draft(tidy(GOOD))


def test_everything_wrong_is_said_at_once() -> None:
    bad = ReportDraft(key="x", words="", channel="pigeon", photos=("1",), spot=Spot(lat=99.0, lng=1.0))
    assert faults(bad) == {"key", "words", "channel", "photos", "position"}


def test_voice_is_words_enough_and_a_photo_with_an_item_too() -> None:
    check_draft(replace(GOOD, words="", voice="123456789012"))
    check_draft(replace(GOOD, words="", item="rubbish", photos=("123456789012",)))
    assert faults(replace(GOOD, words="", photos=("123456789012",))) == {"words"}


def test_limits() -> None:
    assert faults(replace(GOOD, words="灯" * 2001)) == {"words"}
    assert faults(replace(GOOD, photos=("123456789012",) * 10)) == {"photos"}
    assert faults(replace(GOOD, spot=Spot(lat=39.8))) == {"position"}


def test_orders_need_source_and_number() -> None:
    assert faults(replace(GOOD, channel="hotline")) == {"order"}
    assert faults(replace(GOOD, order=Order("12345", " "))) == {"order"}
    check_draft(replace(GOOD, channel="hotline", words="灯" * 3000, order=Order("12345", "H-1")))


def test_a_neighbour_gets_the_message() -> None:
    assert faults(replace(GOOD, channel="entrance-head")) == {"caller_phone"}


def test_control_signs_are_gone() -> None:
    dirty = replace(GOOD, words=" 灯\x00不\ud800亮 ", title="a\nb", spot=Spot(address="5号楼\n"))
    assert (tidy(dirty).words, tidy(dirty).title, tidy(dirty).spot.address) == ("灯不亮", "a b", "5号楼")


def test_who_may_use_which_channel() -> None:
    check_may_use_channel(GOOD, is_token=False, takes_in=False)
    check_may_use_channel(replace(GOOD, channel="api"), is_token=True, takes_in=False)
    check_may_use_channel(replace(GOOD, channel="window"), is_token=False, takes_in=True)
    for draft in (
        replace(GOOD, channel="window"),
        replace(GOOD, caller_phone="13800001234"),
        replace(GOOD, channel="api"),
    ):
        with pytest.raises(Denied):
            check_may_use_channel(draft, is_token=False, takes_in=False)
