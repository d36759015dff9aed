"""A clerk changes the words of the speech check, without touching the text of the list."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from gongzhi.kernel.actors import Actor
from gongzhi.routing.actions.publish_list import publish_list
from gongzhi.routing.models import ListKind
from gongzhi.routing.queries.lists import shipped_text
from gongzhi.routing.queries.present import newest
from gongzhi.routing.rules import read_yaml
from gongzhi.routing.rules.reading import read_speech
from gongzhi.routing.rules.respelling import respell
from gongzhi.routing.rules.speech_words import write_into


@transaction.atomic
def save_speech(
    words: Mapping[str, Iterable[str]], *, actor: Actor, note: str = "", seen: int | None = None
) -> int:
    """Let these words (by part, see `SpeechWords`) hold from now on; reasons and remarks stay as they are.
    Answers the number of the version. Raises Denied, ListMovedOn, BadWord, MarkedAndAllowed,
    NothingMarked, SomebodysName."""
    current = newest(ListKind.SPEECH)
    text = current.text if current else shipped_text(ListKind.SPEECH)
    speech = write_into(read_speech(read_yaml(text)), words)
    return publish_list(ListKind.SPEECH, respell(text, speech), note=note, seen=seen, actor=actor)
