"""POST cases/{ref}/outcomes/{outcome}."""

from collections.abc import Callable

from gongzhi.cases.models import Case
from gongzhi.parties.queries import get_seat
from tests.api.conftest import Program, assert_problem
from tests.cases.playing import photo, placed
from tests.world import World

Programs = Callable[..., Program]


def test_settled_on_the_spot(street: World, program_of: Programs) -> None:
    case, leader = placed(street), program_of("grid_leader")
    refused = leader.post(f"cases/{case.ref}/outcomes/settle", {"note": "灯泡换了"})
    assert refused.status_code in (409, 422) and refused.json()["type"].startswith("urn:gongzhi:")
    answer = leader.post(f"cases/{case.ref}/outcomes/settle", {"note": "灯泡换了", "photos": [photo()]})
    assert (answer.status_code, answer.json()["status"]) == (200, "confirming")


def test_a_returner_names_whose_it_is(street: World, program_of: Programs) -> None:
    case, leader = placed(street), program_of("grid_leader")
    path = f"cases/{case.ref}/outcomes/return"
    unknown = leader.post(path, {"reason": "不在本网格", "whose": "000000000000"})
    assert set(assert_problem(unknown, 422, "invalid")["errors"]) == {"whose"}
    whose = get_seat(street.seat("other_grid_leader")).ref
    answer = leader.post(path, {"reason": "不在本网格", "whose": whose})
    assert answer.status_code == 200, answer.content.decode()
    assert Case.objects.get(ref=case.ref).returns == 1


def test_the_second_of_two_is_told_who_was_first(street: World, program_of: Programs) -> None:
    case = placed(street)
    seen = program_of("grid_leader").get(f"cases/{case.ref}").json()["events"]
    program_of("grid_leader").post(f"cases/{case.ref}/outcomes/settle", {"note": "换了", "photos": [photo()]})
    late = program_of("grid_leader").post(
        f"cases/{case.ref}/outcomes/settle", {"note": "我也换了", "seen": seen}
    )
    assert late.status_code == 409


def test_only_whose_turn_it_is(street: World, program_of: Programs, hotline: Program) -> None:
    case = placed(street)
    for outsider in ("neighbour", "other_grid_leader", "administrator", "auditor"):
        answer = program_of(outsider).post(f"cases/{case.ref}/outcomes/settle", {"note": "好了"})
        assert_problem(answer, 404, "not-found")
    assert_problem(hotline.post(f"cases/{case.ref}/outcomes/settle", {"note": "好了"}), 404, "not-found")
    unknown = program_of("grid_leader").post(f"cases/{case.ref}/outcomes/abracadabra", {})
    assert unknown.status_code in (404, 409)
    assert_problem(
        program_of("grid_leader", "cases:read").post(f"cases/{case.ref}/outcomes/settle", {}), 403, "no-scope"
    )
