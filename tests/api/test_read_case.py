"""GET cases/{ref}."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.cases.actions import add_remark
from gongzhi.kernel.delivery import drain
from tests.api.conftest import Program, assert_problem, statements
from tests.cases.playing import photo, placed, refuse, settle
from tests.world import World

Programs = Callable[..., Program]


def test_the_owner_sees_what_may_be_done_and_what_is_missing(street: World, program_of: Programs) -> None:
    case = placed(street)
    told = program_of("grid_leader").get(f"cases/{case.ref}").json()
    assert (told["ref"], told["playbook"], told["urgency"]) == (case.ref, "one-lead-four-orders", "ordinary")
    settling = next(one for one in told["choices"] if one["outcome"] == "settle")
    assert "photo" in "".join(settling["missing"]) and settling["title"].isascii()
    assert told["history"][0]["words"] == told["words"]


def test_outsiders_are_told_nothing(street: World, program_of: Programs, hotline: Program) -> None:
    case = placed(street, about_seat_id=street.seat("property_manager"))
    for outsider in ("neighbour", "other_grid_leader", "far_staff", "administrator", "property_manager"):
        assert_problem(program_of(outsider).get(f"cases/{case.ref}"), 404, "not-found")
    assert_problem(hotline.get(f"cases/{case.ref}"), 404, "not-found")


def test_the_auditor_reads_and_has_nothing_to_decide(street: World, program_of: Programs) -> None:
    case = placed(street)
    assert program_of("auditor").get(f"cases/{case.ref}").json()["choices"] == []


def test_a_system_reads_what_it_sent(hotline: Program, report: dict[str, object]) -> None:
    ref = hotline.post("reports", report).json()["ref"]
    told = hotline.get(f"cases/{ref}").json()
    assert (told["ref"], told["choices"]) == (ref, [])


def test_as_many_queries_for_an_old_case_as_for_a_fresh_one(
    street: World, program_of: Programs, capsys: pytest.CaptureFixture[str]
) -> None:
    case, program, counts = placed(street), program_of("grid_leader"), []
    for round_no in range(2):
        program.get(f"cases/{case.ref}")
        with CaptureQueriesContext(connection) as asked:
            assert program.get(f"cases/{case.ref}").status_code == 200
        counts.append(len(statements(asked)))
        if round_no == 0:
            for n in range(12):
                add_remark(case.ref, f"第{n}次说明", actor=street.grid_leader.actor)
            assert photo()
            settle(street, case)
            drain()
            refuse(case, street.resident)
    with capsys.disabled():
        print(f"\nGET cases/{{ref}}: {counts} statements")  # noqa: T201
    assert max(counts) <= 20 and counts[1] <= counts[0]
