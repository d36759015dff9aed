"""Whose it is: from the posts and relations a step asks for to one seat. Never empty, never the seat that is
complained of."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.rules.refusals import SeatUnfit
from gongzhi.parties.queries import SeatFacts, find_seat, get_seat, is_blinded, next_up, resolve_post, who_is
from gongzhi.playbooks.queries import DUTY_DESK

RELATIONS = frozenset({"reporter", "followers", "routed", "lead", "council", "parties"})


@dataclass(frozen=True)
class Chosen:
    """The seat that has it now; `alarm` says why it is the duty desk's instead of someone else's."""

    seat_id: int
    alarm: str = ""


def find_post(scene: Scene, post: str) -> SeatFacts:
    """The seat of a post for the place of the case; the duty desk if there is none."""
    return resolve_post(post, scene.place_id, about_seat_id=scene.case.about_seat_id, stamps=scene.stamps)


def choose_post(scene: Scene, posts: Iterable[str]) -> Chosen:
    """The first of these posts that somebody holds for the place of the case; else the duty desk, and an
    alarm."""
    for post in posts:
        if post in RELATIONS or "(" in post:
            continue
        found = find_post(scene, post)
        if post == DUTY_DESK or not found.fallback:
            return Chosen(found.id)
    return Chosen(find_post(scene, DUTY_DESK).id, "nobody")


def choose_seat(scene: Scene, seat_id: int) -> Chosen:
    """This seat, unless it is complained of or nobody acts in it."""
    about = scene.case.about_seat_id
    blind = about is not None and is_blinded(about, seat_id=seat_id, stamps=scene.stamps)
    if blind or who_is(seat_id, stamps=scene.stamps).nobody:
        desk = find_post(scene, DUTY_DESK)
        return Chosen(desk.id, "" if desk.id == seat_id else "nobody")
    return Chosen(seat_id)


def check_seat_fits(scene: Scene, seat_id: int) -> None:
    """The seat exists, is open and is not complained of. Raises SeatUnfit."""
    named = find_seat(seat_id, stamps=scene.stamps)
    about = scene.case.about_seat_id
    blind = about is not None and is_blinded(about, seat_id=seat_id, stamps=scene.stamps)
    if named is None or named.closed or blind:
        raise SeatUnfit


def ladder_of(scene: Scene) -> tuple[str, ...]:
    """The ladder the running step climbs."""
    step = scene.step
    if step is not None and step.ladder:
        return scene.playbook.ladders.get(step.ladder, ())
    return scene.playbook.ladder


def rungs_from(scene: Scene, post: str) -> tuple[str, ...]:
    """A rung and those above it: one where nobody sits is passed over."""
    ladder = ladder_of(scene)
    return ladder[ladder.index(post) :] if post in ladder else (post,)


def choose_approver(scene: Scene, by: str) -> Chosen:
    """The seat whose yes is asked for: a post, or one rung above whoever has it (or was asked last)."""
    if by != "up":
        return choose_post(scene, (by,))
    below = scene.case.approver_id or scene.case.seat_id
    above = next_up(
        below,
        ladder_of(scene),
        scene.place_id,
        about_seat_id=scene.case.about_seat_id,
        stamps=scene.stamps,
    )
    return Chosen(above.id, "ladder-ended" if above.ended else "")


def post_of(scene: Scene) -> str:
    """The code of the post that owns the case."""
    return get_seat(scene.case.seat_id, stamps=scene.stamps).post
