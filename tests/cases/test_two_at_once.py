"""Trap 19 with real threads: of two who press at the same moment one is first, and the case moves once."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from gongzhi.cases.actions import Filing, confirm_result, second_case, take_outcome
from gongzhi.cases.models import Event, Party
from gongzhi.kernel.errors import Refusal
from tests.cases.playing import flaws, photo, placed, row, settle
from tests.world import World

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="threads cannot share SQLite's database in memory"
    ),
]


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run the acts in threads that start together; answers "done" or the code of each refusal."""
    gate, said = threading.Barrier(len(acts)), list[str]()

    def run(act: Callable[[], object]) -> None:
        gate.wait()
        try:
            act()
            said.append("done")
        except Refusal as refusal:
            said.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)


def test_one_of_two_is_first(world: World) -> None:
    case, pictures = placed(world), [photo(), photo()]
    seen = row(case).events

    def press(picture: str) -> Callable[[], object]:
        filing = Filing(note="好了", photos=(picture,), seen=seen)
        return lambda: take_outcome(case.ref, "settle", actor=world.grid_leader.actor, filing=filing)

    said = at_once(press(pictures[0]), press(pictures[1]))
    assert said.count("done") == 1 and said[1] in ("outcome-not-open", "somebody-was-first")
    assert Event.objects.filter(case=row(case), kind="took").count() == 2
    assert not flaws()


def test_an_answer_pressed_twice_counts_once(world: World) -> None:
    case = placed(world)
    settle(world, case)
    answer = lambda: confirm_result(case.ref, actor=world.resident.actor, solved=True)  # noqa: E731
    at_once(answer, answer, answer)
    assert row(case).result == "solved"
    assert Event.objects.filter(case=row(case), kind="ended").count() == 1
    assert not flaws()


def test_a_neighbour_follows_once(world: World) -> None:
    case = placed(world)
    person = world.neighbour.person_id
    me_too = lambda: second_case(case.ref, person, actor=world.neighbour.actor)  # noqa: E731
    assert at_once(me_too, me_too) == ["already-following", "done"]
    assert Party.objects.filter(case=row(case), role="follower").count() == row(case).followers == 1
    assert not flaws()
