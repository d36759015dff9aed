"""Given back: whose is it now? The seat the returner named; else routing is asked again; else the duty
desk."""

from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.actions._seats import Chosen, choose_seat, find_post
from gongzhi.cases.models import StepRun
from gongzhi.cases.queries.rows import words_of
from gongzhi.cases.rules.shapes import GivenBack
from gongzhi.playbooks.queries import DUTY_DESK, find_relation


def choose_after_return(scene: Scene) -> Chosen:
    """The seat that has it after a return. A seat that was named and that nobody acts in names nobody."""
    if scene.whose is not None:
        named = choose_seat(scene, scene.whose)
        if not named.alarm:
            return named
    found = _ask_routing(scene)
    if found is not None:
        chosen = choose_seat(scene, found)
        if not chosen.alarm:
            return chosen
    return Chosen(find_post(scene, DUTY_DESK).id, "unrouted" if scene.whose is None else "nobody")


def _ask_routing(scene: Scene) -> int | None:
    """What stands behind `routed` says; it keeps its reason with the case."""
    ask = find_relation("routed")
    found = ask(_given_back(scene), actor=scene.actor) if ask else None
    return found if isinstance(found, int) else None


def _given_back(scene: Scene) -> GivenBack:
    case = scene.case
    return GivenBack(
        id=case.pk,
        words=words_of([case.pk]).get(case.pk, ""),
        channel=case.channel,
        place_id=case.place_id,
        area_id=case.area_id,
        category=case.category.code if case.category else "",
        urgency=case.urgency,
        about_seat_id=case.about_seat_id,
        ladder=scene.playbook.ladder,
        past=_past_seats(scene),
        stamps=scene.stamps,
    )


def _past_seats(scene: Scene) -> frozenset[int]:
    """Whoever has had the case, and whoever gives it back now."""
    case = scene.case
    had = StepRun.objects.filter(case=case, seat_id__isnull=False).values_list("seat_id", flat=True)
    now = (case.seat_id, case.routed_seat_id, scene.chapter.seat_id)
    return frozenset(seat for seat in (*had, *now) if seat is not None)
