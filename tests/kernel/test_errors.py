from django.utils import translation

from gongzhi.kernel.errors import Conflict, Denied, Invalid, NotFound, Refusal, TooMany


def test_a_refusal_speaks_the_readers_language() -> None:
    refusal = NotFound()
    with translation.override("zh-hans"):
        assert str(refusal) == "这里没有内容，或者不对您开放。"
    with translation.override("en"):
        assert str(refusal) == "There is nothing here, or it is not open to you."


def test_facts_fill_the_sentence() -> None:
    refusal = Refusal("No more than %(count)s photos.", code="too-many-photos", field="photos", count=9)
    with translation.override("en"):
        assert str(refusal) == "No more than 9 photos."
    assert (refusal.code, refusal.field) == ("too-many-photos", "photos")


def test_several_fields_at_once() -> None:
    refusal = Invalid.many({"words": "Say what happened.", "place": "Say where."})
    with translation.override("en"):
        assert refusal.errors == {"words": "Say what happened.", "place": "Say where."}
    assert refusal.field == "words"
    assert Invalid("Say where.", field="place").errors.keys() == {"place"}


def test_outsiders_get_404() -> None:
    assert NotFound.status == Denied.status == 404
    assert (Conflict.status, Invalid.status, TooMany.status) == (409, 400, 429)
    assert TooMany(wait_seconds=30).wait_seconds == 30
