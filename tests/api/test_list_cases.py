"""GET cases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.cases.actions import place_cases
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from tests.api.conftest import Program, assert_problem, key_of_system, statements
from tests.cases.playing import order, placed, settle
from tests.world import World

Programs = Callable[..., Program]


def refs(answer: object) -> list[str]:
    return [one["ref"] for one in answer.json()["cases"]]  # type: ignore[attr-defined]


def test_each_sees_their_own_ground(street: World, program_of: Programs) -> None:
    case = placed(street)
    for insider in ("grid_leader", "grid1_leader", "secretary", "deputy", "auditor", "resident"):
        assert refs(program_of(insider).get("cases")) == [case.ref], insider
    for outsider in ("neighbour", "other_grid_leader", "far_staff", "administrator"):
        assert refs(program_of(outsider).get("cases")) == [], outsider


def test_whoever_is_complained_of_sees_nothing(street: World, program_of: Programs) -> None:
    placed(street, about_seat_id=street.seat("property_manager"))
    assert refs(program_of("property_manager").get("cases")) == []


def test_a_system_sees_what_it_sent(street: World, hotline: Program, report: dict[str, object]) -> None:
    placed(street)
    sent = [hotline.post("reports", {**report, "key": f"report-{n:04}"}).json()["ref"] for n in range(3)]
    assert sorted(refs(hotline.get("cases"))) == sorted(sent)
    first = hotline.get("cases", limit=2).json()
    rest = hotline.get("cases", limit=2, cursor=first["next"]).json()
    assert sorted(one["ref"] for one in first["cases"] + rest["cases"]) == sorted(sent)
    assert rest["next"] is None
    assert refs(Program(key_of_system("Another house")).get("cases")) == []
    assert refs(hotline.get("cases", status="ended")) == []


def test_pages_hold_each_case_once_while_new_ones_come_in(street: World, program_of: Programs) -> None:
    cases = [placed(street).ref for _ in range(5)]
    program = program_of("secretary")
    seen, cursor = [], ""
    for _page in range(4):
        page = program.get("cases", limit=2, cursor=cursor).json()
        seen += [one["ref"] for one in page["cases"]]
        cursor = page["next"]
        with clock.frozen(clock.now() + timedelta(minutes=1)):
            placed(street)
        if cursor is None:
            break
    assert sorted(seen) == sorted(cases)


@pytest.mark.parametrize(
    "cursor", ["x", "W10=", "WyIyMDIwLTAxLTAxIiwgMV0=", "9" * 30, "é", "WyIyMDIwIiwie30iXQ"]
)
def test_a_cursor_nobody_gave_out_starts_anew(
    street: World, program_of: Programs, hotline: Program, cursor: str
) -> None:
    case = placed(street)
    assert refs(program_of("secretary").get("cases", cursor=cursor)) == [case.ref]
    assert hotline.get("cases", cursor=cursor).status_code == 200


def test_filters(street: World, program_of: Programs) -> None:
    case, other = placed(street), placed(street)
    settle(street, case)
    program = program_of("grid_leader")
    assert refs(program.get("cases", status="confirming")) == [case.ref]
    assert refs(program.get("cases", box="mine", status="open")) == [other.ref]
    assert set(assert_problem(program.get("cases", status="lost"), 422, "invalid")["errors"]) == {"status"}
    assert set(assert_problem(program.get("cases", limit=201), 422, "invalid")["errors"]) == {"limit"}


def test_as_many_queries_for_forty_cases_as_for_four(
    street: World, program_of: Programs, capsys: pytest.CaptureFixture[str]
) -> None:
    program, counts = program_of("secretary"), []
    for more in (4, 40):
        place_cases([replace(order(street)) for _ in range(more)], actor=SYSTEM)
        program.get("cases", limit=50)
        with CaptureQueriesContext(connection) as asked:
            program.get("cases", limit=50)
        counts.append(len(statements(asked)))
    with capsys.disabled():
        print(f"\nGET cases: {counts[1]} statements")  # noqa: T201
    assert counts[0] == counts[1] <= 15
