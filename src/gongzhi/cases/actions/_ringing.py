"""Who answers an alarm that a resident rings: never those it is about."""

from gongzhi.cases.actions._scene import Scene
from gongzhi.cases.actions._seats import find_post
from gongzhi.cases.models import Event
from gongzhi.parties.queries import list_users_of
from gongzhi.playbooks.queries import DUTY_DESK

SECRETARY = "community-secretary"


def find_answering_seat(scene: Scene, *, without_user: int | None = None) -> int:
    """The duty desk; where the desk has the case itself, or `without_user` sits there, the secretary of the
    community; where nobody sits there either, a colleague at the desk."""
    desk = find_post(scene, DUTY_DESK)
    sits_there = without_user is not None and without_user in list_users_of(desk.id, stamps=scene.stamps)
    if desk.id != scene.case.seat_id and not sits_there:
        return desk.id
    other = find_post(scene, SECRETARY)
    return desk.id if other.id == scene.case.seat_id else other.id


def has_worked_on(scene: Scene) -> bool:
    """Whether the acting person has put anything into the case's history."""
    return Event.objects.filter(case=scene.case, by_user_id=scene.actor.user_id).exists()
