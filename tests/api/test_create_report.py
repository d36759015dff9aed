"""POST reports."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongzhi.cases.models import Case, Mandate, Remark
from gongzhi.kernel import clock
from gongzhi.parties.queries import get_seat
from tests.api.conftest import Program, assert_problem, key_of_system, statements
from tests.world import World

Report = dict[str, object]


def test_a_resident_reports_with_a_key_of_their_own(
    street: World, program_of: Callable[..., Program], report: Report
) -> None:
    answer = program_of("resident").post("reports", report)
    assert answer.status_code == 201
    receipt = answer.json()
    case = Case.objects.get(ref=receipt["ref"])
    assert (case.reporter_id, case.channel) == (street.resident.person_id, "api")
    assert (case.seat_id, case.place_id) == (street.seat("grid_leader"), street.place("entrance"))
    assert receipt["created"] and receipt["seat"] and receipt["due"] and receipt["reason"]
    assert receipt["emergency"] is None


def test_the_same_key_again_is_the_same_report(hotline: Program, report: Report) -> None:
    answers = [hotline.post("reports", report) for _ in range(5)]
    assert [one.status_code for one in answers] == [201, 200, 200, 200, 200]
    assert len({one.json()["ref"] for one in answers}) == 1
    assert Case.objects.count() == 1


def test_a_key_belongs_to_its_sender_also_after_a_renewal(hotline: Program, report: Report) -> None:
    first = hotline.post("reports", report).json()
    renewed = Program(key_of_system("City hotline")).post("reports", report)
    assert (renewed.status_code, renewed.json()["ref"]) == (200, first["ref"])
    body = assert_problem(Program(key_of_system("Another house")).post("reports", report), 409, "key-taken")
    assert first["ref"] not in str(body)


def test_danger_to_life_is_answered_with_a_number(hotline: Program, report: Report) -> None:
    receipt = hotline.post("reports", {**report, "words": "这里有燃气味"}).json()
    assert receipt["emergency"]["number"] == "119"
    assert receipt["emergency"]["sentence"].isascii()


def test_an_order_brings_number_and_deadline(hotline: Program, report: Report) -> None:
    due = clock.now() + timedelta(hours=3)
    order = {"source": "12345", "number": "H-7", "due": due.isoformat(), "category": "市政"}
    receipt = hotline.post("reports", {**report, "order": order}).json()
    mandate = Mandate.objects.get(case__ref=receipt["ref"])
    assert (mandate.source, mandate.foreign_no, mandate.due_at) == ("12345", "H-7", due)
    again = hotline.post("reports", {**report, "key": "report-0002", "order": order})
    assert again.status_code == 409
    assert Case.objects.count() == 1


def test_residents_speak_only_for_themselves(program_of: Callable[..., Program], report: Report) -> None:
    program = program_of("resident")
    order = {"source": "12345", "number": "H-8"}
    for more in ({"caller_phone": "13800007777"}, {"order": order}):
        assert_problem(program.post("reports", {**report, **more}), 404, "not-found")
    assert program_of("duty_desk").post("reports", {**report, "order": order}).status_code == 201


def test_everything_wrong_is_said_by_field(hotline: Program, report: Report) -> None:
    body = assert_problem(hotline.post("reports", {"key": "x", "spot": {"lat": 99}}), 422, "invalid")
    assert set(body["errors"]) == {"report.key", "report.words", "report.spot.lat"}
    body = assert_problem(hotline.post("reports", {**report, "photos": ["nope"]}), 422, "invalid")
    assert set(body["errors"]) == {"photos"}


@pytest.mark.parametrize("words", ["楼道\x00灯不亮", "楼道\u200b灯不亮"])
def test_signs_a_database_cannot_keep_are_dropped(hotline: Program, report: Report, words: str) -> None:
    receipt = hotline.post("reports", {**report, "words": words}).json()
    assert "\x00" not in Remark.objects.get(case__ref=receipt["ref"]).text


def test_half_a_sign_is_refused(hotline: Program) -> None:
    assert_problem(
        hotline.post("reports", '{"key": "report-0003", "words": "灯\\ud800不亮了"}'), 422, "invalid"
    )


def test_lean(
    hotline: Program, program_of: Callable[..., Program], report: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    """At most 25 statements from the key to the receipt, begin and commit included."""
    for name, program in (("system", hotline), ("person", program_of("resident"))):
        program.post("reports", {**report, "key": f"{name}-warm"})
        with CaptureQueriesContext(connection) as asked:
            answer = program.post("reports", {**report, "key": f"{name}-measured"})
        assert answer.status_code == 201
        assert not answer.cookies
        with capsys.disabled():
            print(f"\nPOST reports by a {name}: {len(statements(asked))} statements")  # noqa: T201
        assert len(statements(asked)) <= 25, "\n".join(statements(asked))


def test_whoever_is_complained_of_finds_nothing(
    street: World, program_of: Callable[..., Program], report: Report
) -> None:
    seat = get_seat(street.seat("property_manager")).ref
    ref = program_of("resident").post("reports", {**report, "about": {"seat": seat}}).json()["ref"]
    assert program_of("resident").get(f"reports/{ref}").status_code == 200
    manager = program_of("property_manager")
    assert manager.get(f"reports/{ref}").status_code == 404
    assert manager.post(f"reports/{ref}/second", {}).status_code == 404
