"""Whatever goes wrong, the answer is problem+json."""

from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client

from gongzhi.accounts.actions import NewToken, issue_token, revoke_token
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from tests.api.conftest import EVERY_SCOPE, Program, assert_problem
from tests.world import World


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["", "nothing", "reports/1/2/3", "reports/", "openapi", "cases//", "ré/%00"])
def test_an_unknown_address(path: str) -> None:
    client = Client(raise_request_exception=False)
    for ask in (client.get, client.post, client.delete):
        assert_problem(ask(f"/api/v1/{path}"), 404, "not-found")


@pytest.mark.parametrize(
    ("path", "allowed"), [("reports", "POST"), ("cases", "GET"), ("reports/1/confirm", "POST")]
)
def test_a_wrong_method(hotline: Program, path: str, allowed: str) -> None:
    answer = hotline.client.delete(f"/api/v1/{path}")
    assert_problem(answer, 405, "wrong-method")
    assert answer.headers["Allow"] == allowed


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"nonsense", b'{"key": NaN', b"\x00"])
def test_a_body_that_is_no_json(hotline: Program, body: bytes) -> None:
    assert_problem(hotline.post("reports", body), 400, "unreadable")


@pytest.mark.parametrize("body", [b"[]", b"null", b'"text"', b"7", b""])
def test_a_body_that_is_no_report(hotline: Program, body: bytes) -> None:
    answer = hotline.post("reports", body)
    assert answer.status_code in (400, 422)
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_body_that_is_too_large(hotline: Program, report: dict[str, object]) -> None:
    assert_problem(hotline.post("reports", {**report, "words": "灯" * 4_000_000}), 413, "too-large")


def test_signs_no_database_takes(hotline: Program) -> None:
    for path in ("reports/%00", "cases/12%00", "reports/٣٣٣", "cases/" + "9" * 4000):
        assert_problem(hotline.get(path), 404, "not-found")
    for asked in ({"category": "\x00"}, {"cursor": "\x00"}):
        assert hotline.get("cases", **asked).status_code == 200
    assert hotline.get("places", q="\x00").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer nobody", "Basic eDp5", "Bearer \u00e9", "Bearer " + "x" * 9000]
)
def test_without_a_good_key(header: str) -> None:
    answer = Client().get("/api/v1/cases", headers={"authorization": header} if header else {})
    assert_problem(answer, 401, "no-token")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_keys_end_and_are_taken_back(street: World) -> None:
    new = NewToken(EVERY_SCOPE, clock.now() + timedelta(days=2), user_id=street.resident.user_id)
    issued = issue_token(new, actor=street.resident.actor)
    program = Program(issued.secret)
    assert program.get("cases").status_code == 200
    with clock.frozen(clock.now() + timedelta(days=3)):
        assert_problem(program.get("cases"), 401, "no-token")
    revoke_token(issued.ref, actor=SYSTEM)
    assert_problem(program.get("cases"), 401, "no-token")


def test_a_key_opens_only_what_it_was_made_for(program_of: Callable[..., Program]) -> None:
    reader = program_of("resident", "reports:read")
    said = assert_problem(reader.get("cases"), 403, "no-scope")["detail"]
    assert "cases:read" in said and said.isascii()
    for path in ("places", "areas", "categories"):
        assert_problem(reader.get(path), 403, "no-scope")
    assert_problem(reader.post("reports", {}), 403, "no-scope")


def test_the_language_asked_for(hotline: Program) -> None:
    said = assert_problem(hotline.get("nothing"), 404, "not-found")["detail"]
    assert said.isascii()
    answer = hotline.client.get("/api/v1/nothing")
    assert not assert_problem(answer, 404, "not-found")["detail"].isascii()


def test_a_fault_of_ours_tells_nothing(hotline: Program) -> None:
    with patch("gongzhi.api.cases.list_sent", side_effect=RuntimeError("secret path")):
        answer = hotline.get("cases")
    assert_problem(answer, 500, "fault")
    assert b"secret" not in answer.content
