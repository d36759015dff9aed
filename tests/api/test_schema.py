"""The API keeps to its own description, whatever it is sent."""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gongzhi.config.wsgi import application
from tests.api.conftest import Program
from tests.cases.playing import placed
from tests.world import World

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
BRISK = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
ADDRESS = "/api/v1/openapi.json"


@pytest.mark.django_db
def test_every_operation_says_how_it_refuses() -> None:
    described = Client().get(ADDRESS).json()
    assert described["info"]["title"] == "Gongzhi"
    assert len(described["paths"]) >= 10
    for methods in described["paths"].values():
        for operation in methods.values():
            assert {"401", "403", "404", "422"} <= set(operation["responses"])
            assert operation["security"] and operation["summary"]


@pytest.mark.django_db(transaction=True)  # requests end and begin transactions as they do in the house
@pytest.mark.parametrize("key", ["secretary", "system"])
def test_nothing_sent_at_random_breaks_it(
    street: World, program_of: Callable[..., Program], hotline: Program, key: str
) -> None:
    program = hotline if key == "system" else program_of(key)
    case = placed(street)
    described = schemathesis.openapi.from_wsgi(ADDRESS, application)
    headers = {"Authorization": f"Bearer {program.secret}", "Accept-Encoding": "identity"}
    answers: dict[str, Counter[int]] = defaultdict(Counter)
    for found in described.get_all_operations():
        operation = found.ok()

        @BRISK
        @given(sent=operation.as_strategy())
        def ask(sent: schemathesis.Case) -> None:
            if "ref" in sent.path_parameters:
                sent.path_parameters["ref"] = case.ref
            answer = sent.call_and_validate(headers=headers, checks=CHECKS)
            answers[sent.operation.label][answer.status_code] += 1

        ask()
    assert set(answers) == labels_in(Client().get(ADDRESS).json())
    assert all(status < 500 for said in answers.values() for status in said), answers
    assert any(200 in said for said in answers.values()), answers  # the key opens something


def labels_in(described: dict[str, Any]) -> set[str]:
    """Every operation the description names."""
    return {f"{method.upper()} {path}" for path, methods in described["paths"].items() for method in methods}
