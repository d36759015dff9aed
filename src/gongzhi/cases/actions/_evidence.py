"""What is deposited with an act, and what a gate finds there."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.models import Evidence
from gongzhi.cases.rules.shapes import Filing
from gongzhi.kernel.errors import Invalid
from gongzhi.kernel.errors import gettext_noop as _
from gongzhi.kernel.files import claim_files
from gongzhi.kernel.models import File

OWN_TO_RUN = frozenset({"note", "photo", "reason", "whose", "review-date"})


class PhotoMissing(Invalid):
    code = "photo-missing"
    field = "photos"
    sentence: object = _("A photo did not arrive. Please add it again.")


class PhotoUsedBefore(Invalid):
    """The picture of an earlier step proves nothing about this one."""

    code = "photo-used-before"
    field = "photos"
    sentence: object = _("This photo is already in the case. Please take a new one.")


def deposit(scene: Scene, kind: str, ref: str, digest: str = "", seat_id: int | None = None) -> None:
    """One piece of evidence in the running step, as part of the present entry. What lies there already is
    not laid there twice."""
    run = scene.run or scene.runs[-1]
    if (run.history_key, kind, ref) in scene.deposited:
        return
    scene.deposited.add((run.history_key, kind, ref))
    scene.chapter.add(
        Evidence(
            case=scene.case,
            step_run=run,
            kind=kind,
            ref=ref,
            digest=digest,
            by_user_id=scene.actor.user_id,
            seat_id=seat_id or scene.chapter.seat_id,
            at=scene.now,
        )
    )


def deposit_files(scene: Scene, refs: Iterable[str], *, kind: str) -> None:
    """Stored files as evidence, with the digest of their bytes. Only files the actor sent (or somebody not
    signed in) and nobody owns yet, or this case's own: whoever guesses another's number gets nothing by it.
    Raises PhotoMissing, PhotoUsedBefore."""
    wanted = tuple(dict.fromkeys(refs))
    digests = dict(_open_to(scene).filter(ref__in=wanted, erased_at=None).values_list("ref", "digest"))
    if len(digests) < len(wanted):
        raise PhotoMissing
    here = scene.run.history_key if scene.run else ""
    if any(ref in wanted and run != here for run, _kind, ref in scene.deposited):
        raise PhotoUsedBefore
    for ref in wanted:
        deposit(scene, kind, ref, digests[ref])
    claim_files(wanted, owner_kind="case", owner_ref=scene.case.ref, by=scene.actor.user_id)


def _open_to(scene: Scene) -> QuerySet[File]:
    unowned = Q(owner_ref="")
    if not scene.actor.is_system:
        unowned &= Q(by_id=scene.actor.user_id) | Q(by_id=None)
    if scene.actor.token_id is not None:
        unowned |= Q(owner_kind="api", owner_ref=str(scene.actor.token_id))
    return File.objects.filter(unowned | Q(owner_kind="case", owner_ref=scene.case.ref))


def deposit_filing(scene: Scene, filing: Filing) -> None:
    """Whatever comes with an outcome; notes and reasons point at the entry that keeps their words."""
    here = f"event:{scene.case.events + len(scene.chapter.entries)}"
    if filing.note:
        deposit(scene, "note", here)
    if filing.reason:
        deposit(scene, "reason", here)
    if filing.whose is not None:
        deposit(scene, "whose", f"{here}:seat:{filing.whose}")
    if filing.review_date is not None:
        deposit(scene, "review-date", f"{here}:{filing.review_date.isoformat()}")
    if filing.photos:
        deposit_files(scene, filing.photos, kind="photo")
    for kind, ref in filing.evidence:
        deposit(scene, kind, ref)


def evidence_for(scene: Scene, filing: Filing, needs: Iterable[str]) -> frozenset[str]:
    """The kinds a gate can count on: what is filed now, and, only if that is not enough, what was deposited
    before (notes and photos only in this passage, documents anywhere in the case)."""
    filed = {
        "note": bool(filing.note.strip()),
        "reason": bool(filing.reason.strip()),
        "photo": bool(filing.photos),
        "whose": filing.whose is not None,
        "review-date": filing.review_date is not None,
    }
    kinds = {kind for kind, there in filed.items() if there} | {kind for kind, _ref in filing.evidence}
    if set(needs) <= kinds or scene.case.pk is None:
        return frozenset(kinds)
    here = scene.run.history_key if scene.run else ""
    lying = {kind for run, kind, _ref in scene.deposited if kind not in OWN_TO_RUN or run == here}
    return frozenset(kinds | lying)
