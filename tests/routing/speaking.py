"""A held text, for the tests of what may be done about it."""

from tests.world import World

from gongzhi.kernel.actors import SYSTEM
from gongzhi.routing.actions import hold_speech
from gongzhi.routing.queries import SpeechFacts, find_speech

SUBJECT = "topic-opinion:1"
OFFENDING = "这个主任就是个白痴，电话13800001234"


def hold(street: World, text: str = OFFENDING, subject: str = SUBJECT) -> SpeechFacts | None:
    """Hand a text in, as the room that owns it would."""
    return hold_speech(subject, text, street.place("entrance"), actor=SYSTEM)


def state_of(subject: str = SUBJECT) -> str:
    """Where a text stands."""
    facts = find_speech(subject)
    assert facts is not None
    return facts.state
