"""Something is said about a case. It moves no clock."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._acting import own_party
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.queries.access import can_speak, reader_of
from gongzhi.cases.rules.refusals import CaseNotFound, WordsMissing
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.text import clean


@transaction.atomic
def add_remark(ref: str, words: str, *, actor: Actor, audience: str = "reporter") -> CaseMoved:
    """Add words to a case one can read; the auditor writes nothing. Residents always speak to their handlers
    (`reporter`); staff may also write for colleagues only (`internal`). Raises CaseNotFound, WordsMissing."""
    if not clean(words):
        raise WordsMissing
    scene = open_scene(ref, actor=actor)
    resident = own_party(scene)
    if resident is None and not actor.is_system:
        reader = reader_of(actor, stamps=scene.stamps)
        if not can_speak(reader, scene.case):
            raise CaseNotFound
        scene.chapter.seat_id = reader.seat_for(scene.case)
    spoken_to = "reporter" if resident else audience
    scene.chapter.log("remark", facts={"audience": spoken_to, "by_resident": resident is not None})
    scene.chapter.say(words, kind="remark", audience=spoken_to)
    scene.chapter.announce(events.RemarkAdded(ref, spoken_to, resident is None))
    return scene.finish()
