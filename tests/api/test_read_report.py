"""GET reports/{ref}."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.cases.actions import add_remark
from tests.api.conftest import Program, assert_problem, key_of_system, statements
from tests.world import World

Programs = Callable[..., Program]
Report = dict[str, object]


def test_its_reporter_reads_it_and_nobody_elses(program_of: Programs, report: Report) -> None:
    resident = program_of("resident")
    ref = resident.post("reports", report).json()["ref"]
    told = resident.get(f"reports/{ref}").json()
    assert (told["ref"], told["status"], told["followers"]) == (ref, "open", 0)
    assert told["place"] and told["seat"] and told["step"].isascii() and told["due"]
    assert told["history"][0]["words"] == report["words"]
    for outsider in ("neighbour", "other_grid_leader", "far_staff", "administrator"):
        assert_problem(program_of(outsider).get(f"reports/{ref}"), 404, "not-found")


def test_a_number_may_be_written_as_it_is_spoken(hotline: Program, report: Report) -> None:
    ref = hotline.post("reports", report).json()["ref"]
    assert hotline.get(f"reports/{ref[:4]} {ref[4:8]}-{ref[8:]}").json()["ref"] == ref


def test_a_system_reads_what_it_sent_without_notes_among_colleagues(
    street: World, hotline: Program, program_of: Programs, report: Report
) -> None:
    ref = hotline.post("reports", report).json()["ref"]
    secret = "灯泡仓库没有货"
    add_remark(ref, secret, audience="internal", actor=street.grid_leader.actor)
    answer = hotline.get(f"reports/{ref}")
    assert answer.status_code == 200
    assert secret not in answer.content.decode()
    renewed = Program(key_of_system("City hotline"))
    assert renewed.get(f"reports/{ref}").status_code == 200
    other = program_of("resident").post("reports", {**report, "key": "report-0009"}).json()["ref"]
    for program, number in ((Program(key_of_system("Another house")), ref), (hotline, other)):
        assert_problem(program.get(f"reports/{number}"), 404, "not-found")


def test_lean(program_of: Programs, report: Report) -> None:
    resident = program_of("resident")
    ref = resident.post("reports", report).json()["ref"]
    with CaptureQueriesContext(connection) as asked:
        assert resident.get(f"reports/{ref}").status_code == 200
    assert len(statements(asked)) <= 20, "\n".join(statements(asked))
