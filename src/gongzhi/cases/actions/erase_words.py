"""Somebody's words are erased: text and key together, and what they could be found by. The chain stays
whole."""

from django.db import transaction

from gongzhi.cases import events
from gongzhi.cases.actions._scene import open_scene
from gongzhi.cases.models import Event, Remark, Term
from gongzhi.cases.rules.refusals import AlreadyErased, CaseNotFound
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor
from gongzhi.kernel.erasures import note_erasure
from gongzhi.kernel.text import bigrams


@transaction.atomic
def erase_words(ref: str, seq: int, *, actor: Actor) -> CaseMoved:
    """Erase the words kept with entry `seq`. Whoever wrote them may, and the house itself when a person is
    erased. Raises CaseNotFound, AlreadyErased."""
    scene = open_scene(ref, actor=actor)
    remark = Remark.objects.filter(case=scene.case, event__seq=seq).select_related("event").first()
    if remark is None or not _may_erase(remark.event, actor):
        raise CaseNotFound
    if remark.erased_at is not None:
        raise AlreadyErased
    scene.chapter.log("words-erased", facts={"seq": seq})
    scene.chapter.entries[-1].erased = (seq,)
    Remark.objects.filter(pk=remark.pk).update(text="", key="", erased_at=scene.now)
    _index_rest(scene.case.pk)
    note_erasure("words", case_ref=ref, seq=str(seq))
    scene.chapter.announce(events.WordsErased(ref, remark.pk))
    return scene.finish()


def _may_erase(event: Event, actor: Actor) -> bool:
    return actor.is_system or (actor.user_id is not None and event.by_user_id == actor.user_id)


def _index_rest(case_id: int) -> None:
    """Only what other words still say stays findable."""
    rest = Remark.objects.filter(case_id=case_id, kind="report").values_list("text", flat=True)
    kept = {term for text in rest for term in bigrams(text)}
    gone = [row.pk for row in Term.objects.filter(case_id=case_id) if row.term not in kept]
    Term.objects.filter(pk__in=gone).delete()
