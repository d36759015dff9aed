"""Programs with keys: of the cast's people, and of another system."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gongzhi.accounts.actions import NewToken, issue_token
from gongzhi.kernel import clock
from gongzhi.kernel.actors import SYSTEM
from tests.world import World, build_staffed_world

EVERY_SCOPE = ("reports:write", "reports:read", "cases:read", "cases:write", "places:read")


@dataclass
class Program:
    """Calls the API with one key; answers are read as JSON."""

    secret: str
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def get(self, path: str, **parts: Any) -> HttpResponse:
        return self.client.get(f"/api/v1/{path}", parts, headers=self._headers())

    def post(self, path: str, body: object = None, **headers: str) -> HttpResponse:
        return self.client.post(
            f"/api/v1/{path}",
            body if isinstance(body, str | bytes) else json.dumps(body or {}),
            content_type="application/json",
            headers=self._headers() | headers,
        )

    def upload(self, path: str, **files: object) -> HttpResponse:
        return self.client.post(f"/api/v1/{path}", files, headers=self._headers())

    def _headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.secret}", "accept-language": "en"}


def assert_problem(answer: HttpResponse, status: int, code: str) -> dict[str, Any]:
    """An answer in the form of RFC 9457; hands back its body."""
    assert answer.headers["Content-Type"] == "application/problem+json", answer.content[:300]
    body: dict[str, Any] = json.loads(answer.content)
    assert (answer.status_code, body["type"]) == (status, f"urn:gongzhi:{code}"), body
    assert body["status"] == status and body["detail"]
    return body


def statements(asked: CaptureQueriesContext) -> list[str]:
    """What was asked of the database. A method's text is read once a process, but not remembered while the
    test's own transaction may yet be rolled back."""
    return [one["sql"][:120] for one in asked.captured_queries if "playbooks_version" not in one["sql"]]


@pytest.fixture
def street(db: None) -> World:
    """The world with the shipped lists and its departments assigned."""
    return build_staffed_world()


@pytest.fixture
def program_of(street: World) -> Callable[..., Program]:
    """`program_of("resident")`, `program_of("resident", "reports:read")`."""

    def make(key: str, *scopes: str) -> Program:
        new = NewToken(
            scopes or EVERY_SCOPE, clock.now() + timedelta(days=1), user_id=street.people[key].user_id
        )
        return Program(issue_token(new, actor=SYSTEM).secret)

    return make


@pytest.fixture
def hotline(street: World) -> Program:
    """The city's hotline with its own key."""
    return Program(key_of_system("City hotline"))


def key_of_system(name: str, *scopes: str) -> str:
    """A fresh key of a system of that name."""
    new = NewToken(scopes or EVERY_SCOPE, clock.now() + timedelta(days=1), system_name=name)
    return issue_token(new, actor=SYSTEM).secret


@pytest.fixture
def report(street: World) -> dict[str, object]:
    """A lamp is out at the resident's entrance."""
    return {
        "key": "report-0001",
        "words": "三层楼道灯不亮",
        "spot": {"address": "翠苑小区3号楼二单元"},
    }
