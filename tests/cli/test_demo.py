"""A small demo is built through the real actions and holds what it promises."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from gongzhi.accounts.actions import Credentials, sign_in_staff
from gongzhi.cases.queries import verify_cases
from gongzhi.cli.demo.build import build_demo, fresh_passwords
from gongzhi.kernel.actors import VISITOR
from gongzhi.kernel.delivery import count_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with override_settings(GONGZHI_HOME=tmp_path, GONGZHI_DEMO=True):
        yield tmp_path


def test_build_demo(home: Path) -> None:
    heard: list[str] = []
    built = build_demo(7, lambda stage, _done, _of: heard.append(stage), reports=40)
    assert (built.communities, built.estates, built.grids, built.volunteers) == (19, 70, 144, 1902)
    assert built.reports >= 35
    assert heard[0] == "ground"
    assert heard.count("days") >= 59
    assert not count_waiting().get("dead")
    assert not count_waiting().get("due")
    assert not list(verify_cases())
    listed = json.loads((settings.GONGZHI_HOME / "demo.json").read_text("utf-8"))["cast"]
    assert {"grid1", "deputy", "auditor", "property2"} <= {one["sign_in_name"] for one in listed}
    first, second = fresh_passwords(), fresh_passwords()
    assert first != second
    user = sign_in_staff(Credentials("deputy", second["deputy"]), actor=VISITOR)
    assert not user.must_change_password
