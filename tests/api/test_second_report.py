"""POST reports/{ref}/second."""

from collections.abc import Callable

from gongzhi.cases.models import Party
from tests.api.conftest import Program, assert_problem
from tests.world import World

Programs = Callable[..., Program]


def test_a_neighbour_follows_once(street: World, program_of: Programs, report: dict[str, object]) -> None:
    ref = program_of("resident").post("reports", {**report, "item": "lighting"}).json()["ref"]
    neighbour = program_of("neighbour")
    answer = neighbour.post(f"reports/{ref}/second")
    assert (answer.status_code, answer.json()["ref"]) == (200, ref)
    assert Party.objects.filter(case__ref=ref, person_id=street.neighbour.person_id, role="follower").exists()
    assert neighbour.get(f"reports/{ref}").json()["followers"] == 1
    assert_problem(neighbour.post(f"reports/{ref}/second"), 409, "already-following")


def test_a_system_is_no_neighbour(hotline: Program, report: dict[str, object]) -> None:
    ref = hotline.post("reports", report).json()["ref"]
    assert_problem(hotline.post(f"reports/{ref}/second"), 404, "not-found")


def test_what_is_not_there_cannot_be_followed(program_of: Programs) -> None:
    for ref in ("000000000000", "123", "no-such"):
        assert_problem(program_of("neighbour").post(f"reports/{ref}/second"), 404, "not-found")
