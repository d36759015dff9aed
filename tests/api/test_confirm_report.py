"""POST reports/{ref}/confirm."""

from collections.abc import Callable

import pytest

from gongzhi.cases.models import Verdict
from gongzhi.kernel.delivery import drain
from tests.api.conftest import Program, assert_problem
from tests.cases.playing import placed, settle
from tests.world import World

Programs = Callable[..., Program]


@pytest.fixture
def done(street: World) -> str:
    """A case whose reporter has been asked."""
    case = placed(street)
    settle(street, case)
    drain()
    return case.ref


def test_the_reporter_closes_it(program_of: Programs, done: str) -> None:
    answer = program_of("resident").post(f"reports/{done}/confirm", {"solved": True, "stars": 5})
    assert (answer.status_code, answer.json()["status"]) == (200, "ended")
    assert Verdict.objects.get(case__ref=done).source == "resident"


def test_not_solved_needs_a_reason_and_goes_back(program_of: Programs, done: str) -> None:
    resident = program_of("resident")
    assert resident.post(f"reports/{done}/confirm", {"solved": False}).status_code in (409, 422)
    answer = resident.post(f"reports/{done}/confirm", {"solved": False, "reason": "not-done"})
    assert (answer.status_code, answer.json()["status"]) == (200, "open")


def test_nobody_answers_for_others(program_of: Programs, hotline: Program, done: str) -> None:
    for program in (program_of("neighbour"), program_of("grid_leader"), hotline):
        assert_problem(program.post(f"reports/{done}/confirm", {"solved": True}), 404, "not-found")


@pytest.mark.parametrize("stars", [0, 6, "five"])
def test_stars_stay_in_range(program_of: Programs, done: str, stars: object) -> None:
    answer = program_of("resident").post(f"reports/{done}/confirm", {"solved": True, "stars": stars})
    assert set(assert_problem(answer, 422, "invalid")["errors"]) == {"answer.stars"}
