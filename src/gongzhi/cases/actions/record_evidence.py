"""Whoever makes a piece of evidence deposits it: gates look only there."""

from django.db import transaction

from gongzhi.cases.actions._acting import acting_seats
from gongzhi.cases.actions._evidence import deposit, deposit_files
from gongzhi.cases.actions._scene import Scene, open_scene
from gongzhi.cases.rules.refusals import NotYours
from gongzhi.cases.rules.shapes import CaseMoved
from gongzhi.kernel.actors import Actor

FILES = frozenset({"photo", "before-photo", "voice", "document"})


@transaction.atomic
def record_evidence(ref: str, kind: str, evidence_ref: str, *, actor: Actor, digest: str = "") -> CaseMoved:
    """Deposit `evidence_ref` (a file, a resolution, a count) in the running step. The owner, its parties and
    the rooms themselves may. Raises CaseNotFound, NotYours, CaseHasEnded, PhotoMissing."""
    scene = open_scene(ref, actor=actor)
    scene.check_running()
    if not actor.is_system:
        _check_takes_part(scene)
    scene.chapter.log("evidence", facts={"kind": kind, "ref": evidence_ref})
    if kind in FILES:
        deposit_files(scene, (evidence_ref,), kind=kind)
    else:
        deposit(scene, kind, evidence_ref, digest)
    return scene.finish()


def _check_takes_part(scene: Scene) -> None:
    seats = acting_seats(scene)
    parts = {party.seat_id for party in scene.parties if party.role in ("lead", "helper")}
    able = seats & ({scene.case.seat_id} | parts)
    if not able:
        raise NotYours
    scene.chapter.seat_id = min(able)
